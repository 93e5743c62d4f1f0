import type { Locator, Page } from '@playwright/test'

/** The open design beside a file. */
export class CompareDialog {
  readonly root: Locator
  readonly changes: Locator

  constructor(page: Page) {
    this.root = page.getByTestId('compare-designs')
    this.changes = this.root.getByTestId('design-change')
  }
}
