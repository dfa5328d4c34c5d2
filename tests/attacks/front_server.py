"""A real nginx before the server, as an operator puts it there, in a folder of its own."""
import os
import shutil
import socket
import subprocess
import tempfile
import time

from server import free_port

SETTINGS = """
daemon off; master_process off; worker_processes 1; pid {folder}/pid; error_log {folder}/error;
events {{ worker_connections 512; }}
http {{
  log_format taken '$upstream_status';
  access_log {folder}/taken taken;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream jalon {{ server {behind}; keepalive 8; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{ proxy_pass http://jalon; proxy_http_version 1.1; proxy_set_header Connection "";
                  proxy_set_header Host $host; proxy_ignore_client_abort on; }}
  }}
}}
"""
STARTED_WITHIN_S = 10


class FrontServer:
    def __init__(self, behind):
        self.folder, self.port = tempfile.mkdtemp(prefix="jalon-nginx-"), free_port()
        os.chmod(self.folder, 0o755)
        with open(f"{self.folder}/settings", "w", encoding="utf-8") as file:
            file.write(SETTINGS.format(folder=self.folder, port=self.port, behind=behind))
        self.process = subprocess.Popen(["/usr/sbin/nginx", "-c", f"{self.folder}/settings", "-p", self.folder],
                                        stderr=subprocess.DEVNULL)
        end = time.monotonic() + STARTED_WITHIN_S
        while time.monotonic() < end:
            try:
                return socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.02)
        raise AssertionError("nginx does not start")

    def forwarded(self):
        """How many requests it has handed on and got an answer to."""
        with open(f"{self.folder}/taken", encoding="utf-8") as log:
            return sum(1 for line in log if line.strip() not in ("", "-"))

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
