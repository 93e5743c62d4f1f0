import { expect, type Locator, type Page } from '@playwright/test'

export type TryTab =
  | 'Body'
  | 'Headers'
  | 'Query'
  | 'Auth'
  | 'Caller'
  | 'Response'
  | 'Raw'
  | 'Calls'
  | 'Pipeline'
  | 'Payloads'
  | 'Caches'
  | 'Execution log'
  | 'Trace'

/** A request to the gateway, its answer and what happened to it. */
export class TryPage {
  readonly root: Locator
  readonly method: Locator
  readonly url: Locator
  readonly apiKey: Locator
  readonly token: Locator
  readonly send: Locator
  readonly body: Locator
  readonly status: Locator
  readonly response: Locator
  readonly notice: Locator
  readonly pipeline: Locator
  readonly why: Locator
  readonly logLines: Locator
  readonly history: Locator
  readonly saved: Locator
  /** In place of the pipeline: what the API answers itself. */
  readonly preflight: Locator

  constructor(private readonly page: Page) {
    this.root = page.getByTestId('try')
    this.method = page.getByTestId('request-method')
    this.url = page.getByTestId('request-url')
    this.apiKey = page.getByTestId('request-api-key')
    this.token = page.getByTestId('request-token')
    this.send = page.getByTestId('send')
    this.body = page.getByTestId('request-body')
    this.status = page.getByTestId('response-status')
    this.response = page.getByTestId('response-body')
    this.notice = page.getByTestId('try-notice')
    this.pipeline = this.root.getByTestId('pipeline')
    this.why = page.getByTestId('why')
    this.logLines = page.getByTestId('log-line')
    this.history = page.getByTestId('history-item')
    this.saved = page.getByTestId('saved-request')
    this.preflight = page.getByTestId('preflight')
  }

  /** Type a path and take the route that is offered for it. */
  async chooseRoute(routeKey: string): Promise<void> {
    await this.url.fill(routeKey.slice(routeKey.indexOf(' ') + 1))
    await this.page.locator(`[data-testid="route-option"][data-route-key="${routeKey}"]`).click()
  }

  async show(tab: TryTab, within?: 'Request' | 'Answer'): Promise<void> {
    const scope = within === undefined ? this.root : this.page.getByRole('tablist', { name: within, exact: true })
    const found = scope.getByRole('tab', { name: new RegExp(`^${tab}`) })
    await found.click()
    await expect(found).toHaveAttribute('aria-selected', 'true')
  }

  /** The tab of an open request, by its name. */
  openTab(name: string): Locator {
    return this.page.locator(`[data-testid="editor-tab"][data-kind="request"][data-key="${name}"]`)
  }

  /** A request that is kept with the project. */
  async openSaved(name: string): Promise<void> {
    await this.page.locator(`[data-testid="saved-request"][data-name="${name}"]`).click()
    await expect(this.openTab(name)).toHaveAttribute('aria-selected', 'true')
  }

  /** Send, and wait for what came back. */
  async sendIt(status: number): Promise<void> {
    await this.send.click()
    await this.isAnswered(status)
  }

  async isAnswered(status: number): Promise<void> {
    await expect(this.send).toHaveAttribute('data-state', 'idle')
    await expect(this.status).toHaveAttribute('data-status', String(status))
  }

  step(step: string): Locator {
    return this.pipeline.locator(`[data-testid="pipeline-step"][data-step="${step}"]`)
  }

  payload(id: 'received' | 'to-backend' | 'from-backend' | 'answered'): Locator {
    return this.page.locator(`[data-testid="payload"][data-payload="${id}"]`)
  }

  /** An entry of the menu behind the dots. */
  async act(action: string): Promise<void> {
    await this.page.getByTestId('request-menu').click()
    await this.page.getByRole('menuitem', { name: action, exact: true }).click()
  }

  async setHeader(name: string, value: string): Promise<void> {
    await this.show('Headers', 'Request')
    await this.page.getByLabel('Name of a new header').fill(name)
    await this.page.getByLabel(`Value of ${name}`).fill(value)
  }

  async sendMany(calls: number, atOnce: number): Promise<void> {
    await this.act('Send many times')
    const dialog = this.page.getByRole('dialog', { name: 'Send many times' })
    await dialog.getByRole('spinbutton', { name: 'Calls' }).fill(String(calls))
    await dialog.getByRole('spinbutton', { name: 'At once' }).fill(String(atOnce))
    await dialog.getByTestId('send-many').click()
    await expect(this.page.getByTestId('many-calls')).toHaveAttribute('data-state', 'done')
  }

  manyOf(status: number): Locator {
    return this.page.locator(`[data-testid="many-status"][data-status="${status}"]`)
  }
}
