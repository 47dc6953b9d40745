"""A film for the sample newsroom: a lander comes down on the Moon. `python -m drawings.film FILE` records it with Chromium.

It is not made again with the pictures: a recording differs in its bytes from run to run.
"""

import base64
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PAGE = """
<canvas width="640" height="360"></canvas>
<script>
const canvas = document.querySelector("canvas"), c = canvas.getContext("2d");
const stars = [...Array(90).keys()].map(n => [(n * 197) % 640, (n * n * 31) % 250, 1 + (n % 3) / 2]);
function frame(t) {
  c.fillStyle = "#0f1418"; c.fillRect(0, 0, 640, 360);
  c.fillStyle = "#efeadd"; for (const [x, y, r] of stars) c.fillRect(x, y, r, r);
  c.fillStyle = "#c9c3b3"; c.beginPath(); c.ellipse(320, 520, 620, 240, 0, 0, 7); c.fill();
  c.fillStyle = "#a9a393"; for (const [x, y, w] of [[90, 330, 46], [250, 342, 30], [470, 322, 60], [590, 345, 34]]) {
    c.beginPath(); c.ellipse(x, y, w, w / 5, 0, 0, 7); c.fill(); }
  const down = Math.min(1, t / 8), ease = 1 - (1 - down) * (1 - down);
  const x = -60 + 400 * ease, y = 40 + 222 * ease, tilt = -1.35 * Math.max(0, 1 - down * 1.5);
  c.save(); c.translate(x, y); c.rotate(tilt);
  if (down < 1) { const f = 26 + 8 * Math.sin(t * 40); c.fillStyle = "#f1c795"; c.beginPath();
    c.moveTo(-9, 22); c.lineTo(0, 22 + f); c.lineTo(9, 22); c.fill(); }
  c.fillStyle = "#d9a441"; c.fillRect(-24, -16, 48, 34);
  c.fillStyle = "#2c4f86"; c.fillRect(-46, -12, 18, 22); c.fillRect(28, -12, 18, 22);
  c.strokeStyle = "#efeadd"; c.lineWidth = 4; c.beginPath();
  c.moveTo(-20, 18); c.lineTo(-34, 42); c.moveTo(20, 18); c.lineTo(34, 42); c.stroke();
  c.fillStyle = "#efeadd"; c.fillRect(-42, 40, 16, 4); c.fillRect(26, 40, 16, 4);
  c.restore();
  if (t > 7.4) { const d = (t - 7.4) * 34; c.fillStyle = `rgba(201, 195, 179, ${Math.max(0, .8 - (t - 7.4) / 2)})`;
    for (const s of [-1, 1]) { c.beginPath(); c.ellipse(340 + s * (20 + d), 305, 20 + d, 8 + d / 5, 0, 0, 7); c.fill(); } }
}
async function record() {
  const chunks = [], stream = canvas.captureStream(25);
  const recorder = new MediaRecorder(stream, {mimeType: "video/webm;codecs=vp8", videoBitsPerSecond: 160000});
  recorder.ondataavailable = event => chunks.push(event.data);
  const done = new Promise(resolve => recorder.onstop = resolve), begin = performance.now();
  recorder.start();
  await new Promise(resolve => { (function step() { const t = (performance.now() - begin) / 1000; frame(t);
    t < 10 ? setTimeout(step, 40) : resolve(); })(); });
  recorder.stop(); await done;
  const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
  let text = ""; for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
</script>
"""


def film_webm(chromium: str | None = None) -> bytes:
    """Return ten seconds of film. `chromium` is the browser's path, Playwright's own where it is None."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(PAGE)
        made = page.evaluate("record()")
        browser.close()
    return base64.b64decode(str(made))


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(film_webm(*sys.argv[2:3]))
