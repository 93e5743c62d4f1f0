import { expect, type Locator, type Page } from '@playwright/test'

export type Tile =
  | 'offered'
  | 'served'
  | 'throttled'
  | 'cache-hit-ratio'
  | 'latency-p95'
  | 'authorizer-calls'
  | 'cost'
  | 'connections'
  | 'messages-in'
  | 'messages-out'
  | 'gone-posts'
export type Chart =
  | 'requests'
  | 'buckets'
  | 'latency'
  | 'cache'
  | 'status'
  | 'authorizer'
  | 'connections'
  | 'messages'
  | 'losses'
  | 'handshakes'

/** A scenario, its run in figures, charts and tables, and why a request was answered so. */
export class SimulatePage {
  readonly scenario: Locator
  readonly runButton: Locator
  /** Where the run is, in `data-time-ms`. */
  readonly time: Locator
  readonly scrubber: Locator
  /** Says that the design is another by now, while a run is paused. */
  readonly change: Locator
  readonly why: Locator
  /** The step that answered the request that `why` is about. */
  readonly end: Locator

  constructor(private readonly page: Page) {
    this.scenario = page.getByTestId('scenario-picker')
    this.runButton = page.getByTestId('sim-run')
    this.time = page.getByTestId('sim-time')
    this.scrubber = page.getByTestId('sim-scrub')
    this.change = page.getByTestId('sim-change')
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
  row(table: 'sim-routes' | 'sim-keys' | 'sim-samples' | 'sim-differences', key: string): Locator {
    return this.page.getByTestId(table).locator(`[data-testid="sim-row"][data-key="${key}"]`)
  }

  /** One second on; a run that has not begun begins with it. */
  async step(): Promise<void> {
    const before = Number(await this.time.getAttribute('data-time-ms'))
    await this.page.getByTestId('sim-step').click()
    await expect(this.time).not.toHaveAttribute('data-time-ms', String(before))
    await expect(this.runButton).toHaveAttribute('data-state', 'paused')
  }

  /** An answer of the run beyond its charts: "leakedReads". */
  answer(name: string): Locator {
    return this.page.locator(`[data-testid="sim-answer"][data-answer="${name}"]`)
  }

  async showTable(
    name: 'Routes' | 'API keys' | 'Sampled requests' | 'Find requests' | 'Answers' | 'Cost' | 'Differences',
  ): Promise<void> {
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
