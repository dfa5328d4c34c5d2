// An SMTP server that behaves until one phase, then fails in one way. Prints {"port":…}, then as lines of JSON each
// {"connection":n}, each command as {"heard":phase}, each message that it read and did not refuse as
// {"kept":its Message-ID}.
// Ends when its standard input closes.
// Usage: faulty_server.mjs PHASE FAULT [--times N] [--certificate FILE --key FILE] [--auth]
//   PHASE  banner | ehlo | starttls | handshake | auth | mail | rcpt | data | early (354 said, message not read) |
//          body (message read) | quit | next, second_body (MAIL, message of a further mail on the same connection)
//   FAULT  drop | hang (an early one reads on after a line on standard input) | an answer: "451 4.3.0 Try again"
//   --times N  fails so often, then behaves; without it for ever
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { TLSSocket } from "node:tls";
import { parseArgs } from "node:util";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: "string" }, certificate: { type: "string" }, key: { type: "string" }, auth: { type: "boolean" },
  },
});
const [phase_at_fault, fault] = positionals;
let faults_left = Number(options.times ?? Infinity);
let connections = 0;
const input = createInterface({ input: process.stdin });
const print = (value) => process.stdout.write(JSON.stringify(value) + "\n");
const tls = options.certificate && { cert: readFileSync(options.certificate), key: readFileSync(options.key) };
const answers = {
  banner: "220 faulty.example.org ESMTP",
  starttls: "220 2.0.0 Ready",
  auth: "235 2.7.0 Welcome",
  mail: "250 2.1.0 Ok",
  next: "250 2.1.0 Ok",
  rcpt: "250 2.1.5 Ok",
  data: "354 End data with <CR><LF>.<CR><LF>",
  body: "250 2.0.0 Ok: queued",
  second_body: "250 2.0.0 Ok: queued",
  quit: "221 2.0.0 Bye",
};
const phases = { HELO: "ehlo", EHLO: "ehlo", STAR: "starttls", AUTH: "auth", MAIL: "mail", RCPT: "rcpt", DATA: "data",
  QUIT: "quit" };

class Conversation {
  received = "";
  in_message = false;
  mails = 0;

  constructor(socket) {
    this.listen_to(socket);
    this.enter("banner");
  }

  listen_to(socket) {
    this.socket = socket;
    socket.on("error", () => {});
    socket.on("data", (bytes) => this.read(bytes.toString("latin1")));
  }

  read(text) {
    this.received += text;
    for (let end; (end = this.received.indexOf(this.in_message ? "\r\n.\r\n" : "\r\n")) >= 0; ) {
      const part = this.received.slice(0, end);
      this.received = this.received.slice(end + (this.in_message ? 5 : 2));
      this.in_message ? this.keep(part) : this.obey(part);
    }
  }

  keep(message) {
    this.in_message = false;
    const failed = this.enter(this.mails > 1 ? "second_body" : "body");
    const refused = failed && /^[45]/.test(fault);
    if (!refused) print({ kept: /^Message-ID: <(.*)>\r?$/im.exec(message)?.[1] ?? null });
  }

  obey(line) {
    let phase = phases[line.slice(0, 4).toUpperCase()];
    if (phase === "mail" && ++this.mails > 1) phase = "next";
    print({ heard: phase });
    const failed = this.enter(phase);
    if (failed) return;
    if (phase === "starttls") this.encrypt();
    if (phase === "data") this.in_message = true;
    if (phase === "data" && this.must_fail("early")) this.fail_before_reading();
  }

  must_fail(phase) {
    return phase === phase_at_fault && faults_left-- > 0;
  }

  // Answers as the phase wants; true when it failed.
  enter(phase) {
    if (!this.must_fail(phase)) {
      this.socket.write((answers[phase] ?? this.greeting()) + "\r\n");
      return false;
    }
    if (fault === "drop") this.socket.destroy();
    else if (fault !== "hang") this.socket.write(fault + "\r\n");
    return true;
  }

  greeting() {
    const offers = ["faulty.example.org"];
    if (tls && !this.socket.encrypted) offers.push("STARTTLS");
    if (options.auth) offers.push("AUTH PLAIN");
    return offers.map((offer, i) => `250${i === offers.length - 1 ? " " : "-"}${offer}`).join("\r\n");
  }

  encrypt() {
    const plain = this.socket;
    plain.removeAllListeners("data");
    if (this.must_fail("handshake")) return fault === "drop" ? plain.destroy() : undefined;
    this.listen_to(new TLSSocket(plain, { isServer: true, ...tls }));
  }

  fail_before_reading() {
    this.socket.pause();
    this.socket.on("close", () => print({ closed: true }));
    if (fault === "drop") return this.socket.resetAndDestroy();
    input.once("line", () => this.socket.resume());
  }
}

createServer((socket) => {
  print({ connection: ++connections });
  new Conversation(socket);
}).listen(0, "127.0.0.1", function () {
  print({ port: this.address().port });
});
input.on("close", () => process.exit(0));
