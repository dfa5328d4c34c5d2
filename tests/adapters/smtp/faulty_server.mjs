// An SMTP server that behaves until one phase, then fails in one way. Prints {"port":…}, then each command
// it heard as a line of JSON. Ends when its standard input closes.
// Usage: faulty_server.mjs PHASE FAULT
//   PHASE  banner | ehlo | mail | rcpt | data | early (354 said, message not read) | body (message read) | quit
//   FAULT  drop | hang | an answer such as "451 4.3.0 Try again"
import { createServer } from "node:net";
import { createInterface } from "node:readline";

const [phase_at_fault, fault] = process.argv.slice(2);
const print = (value) => process.stdout.write(JSON.stringify(value) + "\n");
const answers = {
  banner: "220 faulty.example.org ESMTP",
  ehlo: "250 faulty.example.org",
  mail: "250 2.1.0 Ok",
  rcpt: "250 2.1.5 Ok",
  data: "354 End data with <CR><LF>.<CR><LF>",
  body: "250 2.0.0 Ok: queued",
  quit: "221 2.0.0 Bye",
};
const phase_of = (line) => line.slice(0, 4).toLowerCase().replace("helo", "ehlo");

function enter(socket, phase) {
  if (phase !== phase_at_fault) return socket.write(answers[phase] + "\r\n");
  if (fault === "drop") return socket.destroy();
  if (fault === "hang") return undefined;
  return socket.write(fault + "\r\n");
}

function misbehave_before_reading(socket) {
  socket.pause();
  if (fault === "drop") socket.resetAndDestroy();
}

createServer((socket) => {
  let received = "";
  let in_message = false;
  socket.on("error", () => {});
  socket.on("data", (bytes) => {
    received += bytes.toString("latin1");
    for (let end; (end = received.indexOf(in_message ? "\r\n.\r\n" : "\r\n")) >= 0; ) {
      const line = received.slice(0, end);
      received = received.slice(end + (in_message ? 5 : 2));
      const phase = in_message ? "body" : phase_of(line);
      print({ heard: phase });
      in_message = phase === "data" && phase_at_fault !== "data";
      enter(socket, phase);
      if (in_message && phase_at_fault === "early") return misbehave_before_reading(socket);
    }
  });
  enter(socket, "banner");
}).listen(0, "127.0.0.1", function () {
  print({ port: this.address().port });
});
createInterface({ input: process.stdin }).on("close", () => process.exit(0));
