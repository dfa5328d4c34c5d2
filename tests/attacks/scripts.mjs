// Reads pages in Chromium on which payloads stand, addresses from the standard input. None is run, no dialogue opens,
// nothing else is asked for, and the policy has nothing to report.
//     node scripts.mjs http://127.0.0.1:8080 ESTABLISHMENT LOGIN PASSWORD
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [base, establishment, login, password] = process.argv.slice(2);
const addresses = readFileSync(0, 'utf8').split('\n');
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const findings = [];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
const context = await browser.newContext({ locale: 'fr-FR' });
await context.exposeFunction('found', (what) => findings.push(what));
await context.addInitScript(() => {
  globalThis.canari = () => globalThis.found(`run on ${location.href}`);
  globalThis.alert = globalThis.canari;
  document.addEventListener('securitypolicyviolation', (event) => globalThis.found(
    `policy: ${event.violatedDirective} ${event.blockedURI} on ${location.href}`));
});
const page = await context.newPage();
page.on('dialog', (dialog) => { findings.push(`dialogue ${dialog.message()}`); dialog.dismiss(); });
page.on('request', (request) => {
  if (!request.url().startsWith(base) && !request.url().startsWith('data:,')) findings.push(`asks ${request.url()}`);
});

await page.goto(`${base}/connexion`);
await page.fill('#etablissement', establishment);
await page.fill('#identifiant', login);
await page.fill('#mot_de_passe', password);
await page.keyboard.press('Enter');
await page.waitForURL((url) => url.pathname !== '/connexion');
for (const address of addresses) {
  await page.goto(base + address).catch(() => {});
  await page.evaluate(() => Promise.all([...document.querySelectorAll('main a, main input, main summary')].slice(0, 15)
    .map((each) => { each.focus(); each.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); })));
}
console.log(`${addresses.length} pages in Chromium, ${findings.length} findings`);
const before = findings.length;  // the trap itself works, or nothing above was looked at
await page.evaluate(() => globalThis.canari());
assert.equal(findings.pop(), `run on ${page.url()}`);
assert.equal(findings.length, before);
await browser.close();
if (findings.length) { console.log([...new Set(findings)].slice(0, 20).join('\n')); process.exit(1); }
