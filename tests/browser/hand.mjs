// How somebody works on a page: with the mouse, or by keyboard alone, where everything is reached by Tab.
import assert from 'node:assert/strict';

const mostPresses = 600;

export class Hand {
  constructor(page, byKeyboard) {
    this.page = page;
    this.byKeyboard = byKeyboard;
  }

  async tabTo(selector) {
    for (let presses = 0; presses < mostPresses; ++presses) {
      if (await this.page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
      await this.page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not lead to ${selector} on ${this.page.url()}`);
  }

  // A link or a button that leads to another page.
  async press(selector) {
    const arrived = this.page.waitForEvent('load');
    if (this.byKeyboard) {
      await this.tabTo(selector);
      await this.page.keyboard.press('Enter');
    } else {
      await this.page.locator(selector).first().click();
    }
    await arrived;
  }

  async type(selector, text) {
    if (!this.byKeyboard) return this.page.fill(selector, text);
    await this.tabTo(selector);
    await this.page.keyboard.press('Control+A');
    return this.page.keyboard.type(text);
  }

  // The order in which a date is typed is the machine's, so it is put there.
  async date(selector, day) {
    if (this.byKeyboard) await this.tabTo(selector);
    await this.page.fill(selector, day);
  }

  async tick(selector) {
    if (!this.byKeyboard) return this.page.check(selector);
    await this.tabTo(selector);
    return this.page.keyboard.press('Space');
  }

  // One of several that exclude each other: Tab leads to the group, arrows go through it.
  async pick(name, value) {
    const wanted = `input[name="${name}"][value="${value}"]`;
    if (!this.byKeyboard) return this.page.check(wanted);
    await this.tabTo(`input[name="${name}"]`);
    await this.page.keyboard.press('Space');
    for (let presses = 0; presses < 5 && !await this.page.isChecked(wanted); ++presses)
      await this.page.keyboard.press('ArrowDown');
    return assert.ok(await this.page.isChecked(wanted), `arrows do not lead to ${wanted}`);
  }

  async choose(selector, value) {
    if (!this.byKeyboard) return this.page.selectOption(selector, value);
    await this.tabTo(selector);
    for (let presses = 0; presses < 20 && await this.page.inputValue(selector) !== value; ++presses)
      await this.page.keyboard.press('ArrowDown');
    return assert.equal(await this.page.inputValue(selector), value);
  }
}
