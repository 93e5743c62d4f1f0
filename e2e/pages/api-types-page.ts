import { expect, type Locator, type Page } from '@playwright/test'

export type ApiType = 'REST' | 'HTTP' | 'WEBSOCKET'

const LABELS: { readonly [type in ApiType]: string } = {
  REST: 'REST API',
  HTTP: 'HTTP API',
  WEBSOCKET: 'WebSocket API',
}

/** Where the type of an API is chosen: New API, the chooser, and what a REST API would be as an HTTP API. */
export class ApiTypesPage {
  readonly newApi: Locator
  readonly chooser: Locator
  readonly whatIf: Locator
  readonly whatIfCost: Locator

  constructor(private readonly page: Page) {
    this.newApi = page.getByRole('dialog', { name: 'New API' })
    this.chooser = page.getByTestId('chooser')
    this.whatIf = page.getByTestId('what-if')
    this.whatIfCost = this.whatIf.locator('[data-rest][data-http]')
  }

  async create(type: ApiType, name: string): Promise<void> {
    await this.newApi.getByRole('textbox', { name: 'Name' }).fill(name)
    await this.newApi.getByRole('radio', { name: LABELS[type] }).check()
    await this.newApi.getByRole('button', { name: 'Create API' }).click()
    await expect(this.newApi).toHaveCount(0)
  }

  type(type: ApiType): Locator {
    return this.chooser.locator(`[data-testid="chooser-type"][data-api-type="${type}"]`)
  }

  async need(question: RegExp): Promise<void> {
    await this.chooser.getByRole('switch', { name: question }).press('Space')
  }

  notes(fate: 'lost' | 'changed' | 'carried'): Locator {
    return this.whatIf.locator(`[data-testid="what-if-item"][data-fate="${fate}"]`)
  }
}
