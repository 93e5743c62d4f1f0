import type { Locator, Page } from '@playwright/test'

/** Where a project comes from. */
export class WelcomePage {
  readonly root: Locator

  constructor(private readonly page: Page) {
    this.root = page.getByTestId('welcome')
  }

  sample(name: string): Locator {
    return this.root.locator(`[data-testid="sample-card"][data-sample="${name}"]`)
  }

  recent(path: string): Locator {
    return this.root.locator(`[data-testid="recent-item"][data-path="${path}"]`)
  }

  /** Lessons that are offered, those not taken yet first. */
  get lessons(): Locator {
    return this.root.getByTestId('welcome-lesson')
  }

  async createApi(name: string): Promise<void> {
    await this.root.getByTestId('new-api').click()
    const dialog = this.page.getByRole('dialog', { name: 'New API' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('button', { name: 'Create API' }).click()
  }
}
