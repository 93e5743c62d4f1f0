import { expect, type Locator, type Page } from '@playwright/test'

/** A lesson: its answers, its run, the reason and the cure. */
export class LearnPage {
  readonly runButton: Locator
  readonly cureButton: Locator
  /** What the run with the cure says to the chosen answer. */
  readonly cured: Locator
  readonly reason: Locator
  readonly next: Locator
  readonly chart: Locator
  /** The figure that answers the question: of the run, then of the cure. */
  readonly figure: Locator

  constructor(private readonly page: Page) {
    this.runButton = page.getByTestId('lesson-run')
    this.cureButton = page.getByTestId('lesson-cure')
    this.cured = page.getByTestId('lesson-cured')
    this.reason = page.getByTestId('lesson-reason')
    this.next = page.getByTestId('lesson-next')
    this.chart = page.getByTestId('lesson-chart')
    this.figure = page.locator('[data-testid="lesson-figure"][data-decides]')
  }

  lesson(id: string): Locator {
    return this.page.locator(`[data-testid="lesson-item"][data-lesson="${id}"]`)
  }

  answer(id: string): Locator {
    return this.page.locator(`[data-testid="lesson-answer"][data-answer="${id}"]`)
  }

  /** Run the lesson to its end. */
  async run(): Promise<void> {
    await this.runButton.click()
    await this.isDone()
  }

  async isDone(): Promise<void> {
    await expect(this.runButton).toHaveAttribute('data-state', 'done', { timeout: 30_000 })
  }

  async tryTheCure(): Promise<void> {
    await this.cureButton.click()
    await expect(this.cureButton).toHaveAttribute('data-state', 'done', { timeout: 30_000 })
  }
}
