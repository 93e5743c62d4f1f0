import { expect, type Locator, type Page } from '@playwright/test'

/** Clients of a WebSocket API on the Try screen. */
export class WebSocketsPage {
  readonly root: Locator
  readonly apis: Locator
  readonly notice: Locator
  readonly query: Locator
  readonly open: Locator
  readonly connections: Locator
  readonly about: Locator
  readonly message: Locator
  readonly route: Locator
  readonly send: Locator
  readonly broadcast: Locator
  readonly frames: Locator
  readonly push: Locator
  readonly pushResults: Locator
  readonly pipeline: Locator

  constructor(private readonly page: Page) {
    this.root = page.getByTestId('web-sockets')
    this.apis = page.getByTestId('ws-api')
    this.notice = page.getByTestId('ws-notice')
    this.query = page.getByTestId('ws-query')
    this.open = page.getByTestId('ws-open')
    this.connections = page.getByTestId('ws-connection')
    this.about = page.getByTestId('ws-about')
    this.message = page.getByTestId('ws-message')
    this.route = page.getByTestId('ws-route')
    this.send = page.getByTestId('ws-send')
    this.broadcast = page.getByTestId('ws-broadcast')
    this.frames = page.getByTestId('ws-frame')
    this.push = page.getByTestId('ws-push')
    this.pushResults = page.getByTestId('ws-push-result')
    this.pipeline = page.getByTestId('ws-pipeline')
  }

  connection(name: string): Locator {
    return this.page.locator(`[data-testid="ws-connection"][data-name="${name}"]`)
  }

  room(room: string): Locator {
    return this.page.locator(`[data-testid="ws-room"][data-room="${room}"]`)
  }

  frame(direction: 'in' | 'out', route: string): Locator {
    return this.page.locator(`[data-testid="ws-frame"][data-direction="${direction}"][data-route="${route}"]`)
  }

  /** A dot of the map, by the client's name. */
  dot(name: string): Locator {
    return this.page.getByTestId('ws-map').locator(`[data-name="${name}"]`)
  }

  result(name: string): Locator {
    return this.page.locator(`[data-testid="ws-push-result"][data-name="${name}"]`)
  }

  /** A row of the pipeline. */
  step(step: string): Locator {
    return this.pipeline.locator(`[data-testid="pipeline-step"][data-step="${step}"]`)
  }

  /** Where any program can connect: "ws://127.0.0.1:4000/chatapi001/prod?". */
  async url(): Promise<string> {
    return this.page.getByRole('toolbar', { name: 'Handshake' }).getByText(/^ws:/).innerText()
  }

  async rename(from: string, to: string): Promise<void> {
    await this.connection(from).click()
    await this.connection(from).press('F2')
    await this.page.getByTestId('ws-name').fill(to)
    await this.page.getByTestId('ws-name').press('Enter')
    await expect(this.connection(to)).toHaveCount(1)
  }

  async tab(list: 'Frames' | 'Rooms', name: RegExp): Promise<void> {
    await this.page.getByRole('tablist', { name: list }).getByRole('tab', { name }).click()
  }

  /** Start the gateway and wait for the first client. */
  async start(): Promise<void> {
    await this.page.getByTestId('ws-start').click()
    await expect(this.connections).toHaveCount(1)
  }

  async openOne(name: string): Promise<void> {
    await this.open.click()
    await expect(this.connection(name)).toHaveAttribute('data-state', 'open')
  }

  /** Write a message in place of what stands in the composer. */
  async write(text: string): Promise<void> {
    await this.message.locator('.view-lines').click()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.press('Delete')
    await this.page.keyboard.insertText(text)
  }

  /** Choose a client and send a message on its connection, which takes the route. */
  async say(name: string, text: string, route: string): Promise<void> {
    await this.connection(name).click()
    await this.write(text)
    await expect(this.route).toHaveAttribute('data-route', route)
    await this.page.keyboard.press('ControlOrMeta+Enter')
  }
}
