import { expect, type Locator, type Page } from '@playwright/test'

export type Tile = 'offered' | 'served' | 'throttled' | 'cache-hit-ratio' | 'latency-p95' | 'authorizer-calls'
export type Chart = 'requests' | 'buckets' | 'latency' | 'cache' | 'status' | 'authorizer'

/** A scenario, its run in figures, charts and tables, and why a request was answered so. */
export class SimulatePage {
  readonly scenario: Locator
  readonly runButton: Locator
  readonly why: Locator
  /** The step that answered the request that `why` is about. */
  readonly end: Locator

  constructor(private readonly page: Page) {
    this.scenario = page.getByTestId('scenario-picker')
    this.runButton = page.getByTestId('sim-run')
    this.why = page.getByTestId('why')
    this.end = this.why.locator('[data-testid="pipeline-step"][data-verdict="stopped"]')
  }

  tile(name: Tile): Locator {
    return this.page.getByTestId(`kpi-${name}`)
  }

  chart(name: Chart): Locator {
    return this.page.getByTestId(`chart-${name}`)
  }

  /** Run the chosen scenario to its end. */
  async run(): Promise<void> {
    await this.runButton.click()
    await this.isDone()
  }

  /** The run is over and its exact figures are there. */
  async isDone(): Promise<void> {
    await expect(this.runButton).toHaveAttribute('data-state', 'done', { timeout: 30_000 })
    await expect(this.tile('offered')).toHaveAttribute('data-admitted', /\d/)
  }

  /** A row of a table of results, by its route, key or request. */
  row(table: 'sim-routes' | 'sim-keys' | 'sim-samples', key: string): Locator {
    return this.page.getByTestId(table).locator(`[data-testid="sim-row"][data-key="${key}"]`)
  }

  async showTable(name: 'Routes' | 'API keys' | 'Sampled requests'): Promise<void> {
    await this.page.getByRole('tablist', { name: 'Results' }).getByRole('tab', { name }).click()
  }

  /** Ask of a throttled request with this outcome why it was answered so. */
  async explainThrottled(outcome: string): Promise<void> {
    await this.showTable('Sampled requests')
    await this.page.getByRole('combobox', { name: 'Show outcome' }).selectOption('Throttled')
    const row = this.page.getByTestId('sim-samples').locator(`[data-outcome="${outcome}"]`)
    await row.first().click()
    await expect(this.why).toBeVisible()
  }
}
