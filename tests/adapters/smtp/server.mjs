// A real SMTP server for the tests: prints {"port":…}, then each mail it received as one line of JSON.
// Ends when its standard input closes. Options: --certificate FILE --key FILE (offers STARTTLS),
// --implicit-tls (TLS from the first byte), --user NAME --password WORD (demands a log-in).
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const { values: options } = parseArgs({
  options: {
    certificate: { type: "string" },
    key: { type: "string" },
    "implicit-tls": { type: "boolean" },
    user: { type: "string" },
    password: { type: "string" },
  },
});

const print = (value) => process.stdout.write(JSON.stringify(value) + "\n");

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function report(stream, session) {
  const raw = await read(stream);
  const mail = await simpleParser(raw);
  print({
    envelope_from: session.envelope.mailFrom.address,
    envelope_to: session.envelope.rcptTo.map((recipient) => recipient.address),
    user: session.user ?? null,
    secure: session.secure,
    from: mail.from.value,
    to: mail.to.value,
    subject: mail.subject,
    message_id: mail.messageId,
    date: mail.date?.toISOString() ?? null,
    content_type: mail.headers.get("content-type").value,
    headers: mail.headerLines.map((line) => line.key),
    text: mail.text,
    html: mail.html,
    raw: raw.toString("latin1"),
  });
}

const server = new SMTPServer({
  secure: options["implicit-tls"] ?? false,
  ...(options.certificate && { cert: readFileSync(options.certificate), key: readFileSync(options.key) }),
  disabledCommands: options.certificate ? [] : ["STARTTLS"],
  disableReverseLookup: true,
  authOptional: !options.user,
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _session, done) =>
    username === options.user && password === options.password
      ? done(null, { user: username })
      : done(new Error("535 5.7.8 Authentication failed")),
  onData: (stream, session, done) => report(stream, session).then(() => done(), done),
});
server.on("error", () => {}); // a client that gives up is the tests' own doing
server.listen(0, "127.0.0.1", () => print({ port: server.server.address().port }));
createInterface({ input: process.stdin }).on("close", () => process.exit(0));
