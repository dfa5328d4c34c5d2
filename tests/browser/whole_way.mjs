// One person from the notification to the closed file, through pages only, by those whose work it is: the assistant
// opens the file, completes and lists it, the coordinator fixes a committee, the doctor grades, the coordinator decides.
// Four ways: by mouse; by keyboard alone; on 320 px; at 200 % without JavaScript, by keyboard.
//     node whole_way.mjs http://127.0.0.1:8080 PASSWORD ASSISTANT COORDINATOR DOCTOR
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { Hand } from './hand.mjs';

const [base, password, assistant, coordinator, doctor] = process.argv.slice(2);
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
const notifications = ['rqth_notification', 'orientation_notification'];
const sheets = ['administrative_sheet', 'social_sheet', 'professional_sheet', 'remuneration_sheet'];
const today = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date());

async function logIn(who, way) {
  const page = await (await browser.newContext({ locale: 'fr-FR', ...way.screen })).newPage();
  page.setDefaultTimeout(10_000);
  page.on('request', (request) => assert.ok(
    request.url().startsWith(base) || request.url().startsWith('data:'), `asks ${request.url()}`));
  await page.goto(`${base}/connexion`);
  const hand = new Hand(page, way.byKeyboard);
  await hand.type('#identifiant', who);
  await hand.type('#mot_de_passe', password);
  await hand.press('main button');
  return hand;
}

async function open(hand, name) {
  await hand.page.goto(`${base}/dossiers/nouveau`);
  await hand.pick('channel', 'digital');
  await hand.type('[name=mdph]', '12');
  await hand.type('[name=family_name]', name);
  await hand.type('[name=given_name]', 'Camille');
  await hand.date('[name=birth_date]', '1984-05-17');
  await hand.type('[name=address]', '3 rue du Pont, 12000 Rodez');
  await hand.press('main form button.btn-primary');
  assert.match(await hand.page.textContent('.done'), /Le dossier est ouvert/);
  return new URL(hand.page.url()).pathname;
}

async function act(hand, file, event, fill = async () => {}) {
  await hand.page.goto(base + file);
  await hand.press(`a[href="${file}/actes/${event}"]`);
  await fill();
  await hand.press('main form button.btn-primary');
  assert.ok(hand.page.url().includes(`fait=${event}`), `${event}: ${await hand.page.textContent('main')}`);
}

async function complete(hand, file) {
  const tickAll = (documents) => async () => {
    for (const document of documents) await hand.tick(`input[name=documents][value=${document}]`);
  };
  await act(hand, file, 'send_first_contact');
  await act(hand, file, 'receive_documents', tickAll(notifications));
  await act(hand, file, 'return_file', tickAll(sheets));
  await act(hand, file, 'check_file');
}

// The committee of today, fixed by whoever comes first.
async function committeeOfToday(hand) {
  const address = `/commissions/${today}`;
  await hand.page.goto(`${base}/commissions`);
  if (await hand.page.locator(`a[href="${address}"]`).count() === 0) {
    await hand.date('#held_on', today);
    await hand.press('main form[action="/commissions"] button');
  }
  return address;
}

async function list(hand, committee, reference) {
  await hand.page.goto(base + committee);
  await hand.tick(`input[name=dossier][value="${reference}"]`);
  await hand.press('form[action$="/inscriptions"] button');
  assert.match(await hand.page.textContent('.done'), /inscrits/);
}

async function grade(hand, committee, reference) {
  await hand.page.goto(base + committee);
  await hand.choose(`[name="medical_urgency.${reference}"]`, '2');
  await hand.type(`[name="medical_reason.${reference}"]`, 'Compatible avec une présence à temps plein');
  await hand.press(`#dossier-${reference} button[form=evaluations]`);
  assert.match(await hand.page.textContent(`#dossier-${reference}`), /2 sur 3/);
}

async function decide(hand, committee, reference) {
  await hand.page.goto(`${base}${committee}/decisions`);
  await hand.choose(`[name="outcome.${reference}"]`, 'not_retained');
  await hand.type(`[name="reason.${reference}"]`, 'Une autre formule convient mieux');
  await hand.press(`button[name=seule][value="${reference}"]`);
}

const ways = [
  { name: 'souris', byKeyboard: false, screen: {} },
  { name: 'clavier', byKeyboard: true, screen: {} },
  { name: 'petit', byKeyboard: false, screen: { viewport: { width: 320, height: 640 } } },
  { name: 'double', byKeyboard: true,
    screen: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2, javaScriptEnabled: false } }];

for (const way of ways) {
  const ofAssistant = await logIn(assistant, way);
  const file = await open(ofAssistant, `Parcours-${way.name}-${Date.now()}`);
  const reference = file.split('/').at(-1);
  await complete(ofAssistant, file);
  const ofCoordinator = await logIn(coordinator, way);
  const committee = await committeeOfToday(ofCoordinator);
  await list(ofAssistant, committee, reference);
  await grade(await logIn(doctor, way), committee, reference);
  await decide(ofCoordinator, committee, reference);
  await ofAssistant.page.goto(base + file);
  assert.match(await ofAssistant.page.textContent('.status'), /Non retenu/, way.name);
  console.log(`${way.name}: ${reference} is closed`);
}
await browser.close();
