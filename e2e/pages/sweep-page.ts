import { expect, type Locator, type Page } from '@playwright/test'

/** Many runs of a scenario with other settings, and the search for the smallest one. */
export class SweepPage {
  readonly panel: Locator
  readonly answer: Locator

  constructor(private readonly page: Page) {
    this.panel = page.getByTestId('sweep-panel')
    this.answer = page.getByTestId('seek-result')
  }

  async open(): Promise<void> {
    await this.page.getByTestId('sim-sweep').click()
    await expect(this.panel).toBeVisible()
  }

  async show(tab: 'Sweep a setting' | 'Find the smallest limit'): Promise<void> {
    await this.panel.getByRole('tab', { name: tab }).click()
  }

  number(name: string): Locator {
    return this.panel.getByRole('spinbutton', { name, exact: true })
  }

  /** Sweep the chosen settings to the end. */
  async run(): Promise<void> {
    await this.panel.getByTestId('sweep-start').click()
    await expect(this.panel.getByTestId('sweep-state')).toHaveAttribute('data-state', 'done', { timeout: 30_000 })
  }

  /** The place with these values, one for each setting. */
  cell(...values: readonly number[]): Locator {
    return this.panel.locator(`[data-testid="sweep-cell"][data-values="${values.join()}"]`)
  }

  async findSmallest(): Promise<void> {
    await this.panel.getByTestId('seek-start').click()
    await expect(this.answer).toHaveAttribute('data-state', 'done', { timeout: 30_000 })
  }
}
