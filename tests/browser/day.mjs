// Plays the assistant's day in a real browser: by keyboard alone, with JavaScript on and off, on a small screen;
// axe looks at every page, and nothing may be asked of another host.
//     node day.mjs http://127.0.0.1:8080 LOGIN PASSWORD LOGIN_OF_A_COORDINATOR LOGIN_OF_AN_ADMINISTRATOR
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [base, login, password, coordinator, administrator] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });

async function logIn(options, who = login) {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  const page = await context.newPage();
  page.on('request', (request) => assert.ok(
    request.url().startsWith(base) || request.url().startsWith('data:'), `asks ${request.url()}`));
  page.on('console', (message) => assert.notEqual(message.type(), 'error', message.text()));
  await page.goto(`${base}/connexion`);
  await page.keyboard.press('Tab');  // to the content
  await page.locator('#identifiant').focus();
  await page.keyboard.type(who);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/connexion');
  return page;
}

async function findsNothing(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  assert.deepEqual(found.violations.map((each) => [each.id, each.nodes.map((node) => node.html)]), [], where);
}

async function pageByPage(page, visit) {
  await page.goto(`${base}/dossiers`);
  const file = await page.getAttribute('tbody a', 'href');
  await page.goto(base + file);
  const act = await page.getAttribute('.buttons a', 'href');
  const places = ['/', '/dossiers', '/dossiers?retard=oui&tri=nom', '/dossiers/nouveau', '/courriers', '/transmissions',
    file, act, `${file}/parcours?au=2026-03-01`, `${file}/pieces`, `${file}/echanges`,
    `${file}/sejour`, `${file}/rapport`, `${file}/acces`, `${file}/coordonnees`,
    '/parcours/preorientation', '/calendrier', '/nulle-part'];
  for (const address of places) {
    await page.goto(base + address).catch(() => {});
    await visit(address);
  }
}

// ── by keyboard alone ──────────────────────────────────────────────────────────────────────────────────
const keyboard = await logIn({});
keyboard.removeAllListeners('console');  // a refused form is a 422 on purpose
async function tabTo(selector) {
  for (let presses = 0; presses < 80; ++presses) {
    if (await keyboard.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await keyboard.keyboard.press('Tab');
  }
  assert.fail(`Tab does not lead to ${selector}`);
}
await tabTo('.line .acts a');
await keyboard.keyboard.press('Enter');
await keyboard.waitForSelector('.line #acte form');
assert.equal(new URL(keyboard.url()).pathname, '/', 'the form opens on the line, not on a page of its own');
assert.ok(await keyboard.evaluate(() => document.activeElement.closest('#acte')), 'the first field has the focus');
await keyboard.keyboard.press('Escape');
assert.equal(await keyboard.locator('#acte').count(), 0, 'Escape puts the form away');
assert.ok(await keyboard.evaluate(() => document.activeElement.matches('.line .acts a')), 'the focus is back');
await keyboard.keyboard.press('Enter');
await keyboard.waitForSelector('.line #acte form');
await tabTo('#acte button');
await keyboard.keyboard.press('Enter');
await keyboard.waitForSelector('[data-focus], .done');
const told = await keyboard.evaluate(
  () => document.activeElement.matches('[data-focus], .lines .acts a, .lines .acts button, .rest a'));
assert.ok(told, 'the focus is on what is wrong, or on the next line');
await keyboard.goto(`${base}/`);
await keyboard.keyboard.press('/');
assert.equal(await keyboard.evaluate(() => document.activeElement.id), 'recherche-rapide', '« / » leads to the search');
await keyboard.keyboard.type('ben');
await keyboard.keyboard.press('Enter');
await keyboard.waitForURL(/\/dossiers/);
assert.ok(!keyboard.url().includes('ben'), 'what was searched for is in no address');

await keyboard.goto(`${base}/`);
await keyboard.keyboard.press('?');
assert.ok(await keyboard.isVisible('#aide-clavier'), '« ? » shows the keys');
await keyboard.keyboard.press('Escape');
assert.ok(!await keyboard.isVisible('#aide-clavier'), 'Escape closes them');

// ── a note, without JavaScript ─────────────────────────────────────────────────────────────────────────
const plain = await logIn({ javaScriptEnabled: false });
await plain.goto(`${base}/dossiers`);
await plain.click('tbody a >> nth=0');
await plain.click('text=Ajouter une note');
await plain.selectOption('select[name=kind]', 'call');
await plain.fill('textarea[name=text]', 'A appelé : où en est mon dossier ?');
await plain.click('main button');
await plain.waitForURL(/fait=add_note/);
assert.match(await plain.textContent('.done'), /Ajouter une note/);

// ── several files at once, without JavaScript ──────────────────────────────────────────────────────────
await plain.goto(`${base}/dossiers`);
for (const place of [0, 1]) await plain.check(`tbody input[type=checkbox] >> nth=${place}`);
await plain.click('text=Agir sur les dossiers cochés');
await plain.check('#lot-add_note');
await plain.click('text=Continuer');
await plain.selectOption('select[name=kind]', 'other');
await plain.fill('textarea[name=text]', 'Le service est fermé vendredi.');
await plain.click('main button');
assert.match(await plain.textContent('.done'), /2 dossiers sur 2/);

// ── every page: light, dark, small ─────────────────────────────────────────────────────────────────────
for (const colorScheme of ['light', 'dark']) {
  const page = await logIn({ colorScheme });
  page.removeAllListeners('console');  // a page that is not there is a 404 on purpose
  await pageByPage(page, (address) => findsNothing(page, `${address}, ${colorScheme}`));
}
const small = await logIn({ viewport: { width: 320, height: 640 } });
small.removeAllListeners('console');
await pageByPage(small, async (address) => {
  const width = await small.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 320, `${address} is ${width} wide at 320`);
});

// ── what the coordinator reads: steering, committees, sessions ─────────────────────────────────────────
async function meetingPages(page) {
  const found = ['/pilotage', '/commissions', '/commissions/propositions', '/sessions'];
  await page.goto(`${base}/commissions`);
  const committee = await page.getAttribute('.lines a', 'href');
  for (const tab of ['', '/envoi', '/decisions', '/compte-rendu']) found.push(committee + tab);
  await page.goto(`${base}/sessions`);
  const session = await page.getAttribute('.lines a', 'href');
  for (const tab of ['', '/pre-accueil', '/entree', '/semaines']) found.push(session + tab);
  return found;
}
for (const colorScheme of ['light', 'dark']) {
  const page = await logIn({ colorScheme, viewport: { width: 320, height: 640 } }, coordinator);
  for (const address of await meetingPages(page)) {
    await page.goto(base + address);
    await findsNothing(page, `${address}, ${colorScheme}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${address} is ${width} wide at 320`);
  }
}

// ── settings and one's own account ─────────────────────────────────────────────────────────────────────
const settings = ['/reglages', '/reglages/comptes', '/reglages/nouveau-compte',
  '/reglages/jetons', '/reglages/modeles', '/reglages/modeles/reminder', '/reglages/signataires',
  '/reglages/delais', '/reglages/fermetures', '/reglages/conservation', '/compte', '/compte/second-facteur'];
for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark', viewport: { width: 320, height: 640 } }]) {
  const page = await logIn(options, administrator);
  await page.goto(`${base}/reglages/comptes`);
  const account = await page.locator('tbody th a').first().getAttribute('href');
  for (const address of [...settings, account]) {
    await page.goto(base + address);
    await findsNothing(page, `${address}, ${options.colorScheme}`);
    const { scrollWidth, clientWidth } = await page.evaluate(
      () => ({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth }));
    assert.ok(scrollWidth <= clientWidth, `${address} is ${scrollWidth} wide`);
  }
}

await browser.close();
console.log('the day is played');
