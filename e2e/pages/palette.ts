import { expect, type Locator, type Page } from '@playwright/test'

/** Everything by name: routes, settings, commands. */
export class Palette {
  readonly root: Locator
  readonly input: Locator
  readonly items: Locator

  constructor(private readonly page: Page) {
    this.root = page.getByTestId('palette')
    this.input = this.root.getByTestId('palette-input')
    this.items = this.root.getByTestId('palette-item')
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k')
    await expect(this.input).toBeFocused()
  }

  item(command: string): Locator {
    return this.root.locator(`[data-testid="palette-item"][data-command="${command}"]`)
  }
}
