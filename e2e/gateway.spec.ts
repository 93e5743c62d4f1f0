import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { dirname, join } from 'node:path'
import { expect, test } from './host'
import type { AppWindow } from './pages/app-window'
import { findProject } from './saved-project'

const KEY = { 'X-API-Key': 'sampleKeyAcmeWeb0000001' }
const TOKEN = { Authorization: 'user-7' }
const ORDER = JSON.stringify({ customerId: 'ABCDEFGHIJ', items: [{ productId: 'P-100', quantity: 2 }] })

const FOREIGN_PROJECT = `gatewright: 1
name: foreign
region: us-east-1
accountId: '123456789012'
apis:
  - protocolType: REST
    id: foreign001
    name: ForeignAPI
    resources:
      /hello:
        methods:
          GET:
            authorizationType: NONE
            integration:
              type: AWS_PROXY
              httpMethod: POST
              uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:hello/invocations
              handler: ./hello.mjs
    stages:
      prod:
        deploymentId: dep001
        methodSettings: {}
    deployments:
      - id: dep001
        createdDate: '2026-11-02T09:00:00Z'
`

interface Call {
  readonly what: string
  readonly path: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly status: number
  /** The step that answered. */
  readonly endedAt: string
}

const CALLS: readonly Call[] = [
  { what: 'an open route', path: '/products', status: 200, endedAt: 'integration' },
  { what: 'a MOCK', path: '/', status: 200, endedAt: 'integration' },
  { what: 'no token', path: '/orders', headers: KEY, status: 401, endedAt: 'authorizer' },
  {
    what: 'a token that is denied',
    path: '/orders',
    headers: { ...KEY, Authorization: 'blocked-1' },
    status: 403,
    endedAt: 'authorizer',
  },
  { what: 'no key', path: '/orders', headers: TOKEN, status: 403, endedAt: 'api-key' },
  { what: 'key and token', path: '/orders', headers: { ...KEY, ...TOKEN }, status: 200, endedAt: 'integration' },
  {
    what: 'a body that breaks the model',
    path: '/orders',
    method: 'POST',
    headers: { ...KEY, ...TOKEN, 'Content-Type': 'application/json' },
    body: '{"customerId": "x"}',
    status: 400,
    endedAt: 'validation',
  },
  {
    what: 'a body that fits the model',
    path: '/orders',
    method: 'POST',
    headers: { ...KEY, ...TOKEN, 'Content-Type': 'application/json' },
    body: ORDER,
    status: 201,
    endedAt: 'integration',
  },
]

async function setPort(app: AppWindow, port: number): Promise<void> {
  await app.goTo('settings')
  await app.page.getByRole('spinbutton', { name: 'Port' }).fill(String(port))
  await app.goTo('design')
}

/** Start the gateway and give the address that the status bar shows. */
async function start(app: AppWindow): Promise<string> {
  await app.gateway.click()
  await expect(app.gateway).toHaveAttribute('data-state', 'running')
  return (await app.status('url').innerText()).trim()
}

test('calls are answered as designed, are listed, and say which step stopped them', async ({ app, page }) => {
  await app.openSample('order-api')
  await setPort(app, 0)
  const url = await start(app)
  const rows = page.getByTestId('calls-table').getByTestId('call-row')
  for (const [index, { what, path, method = 'GET', headers, body, status, endedAt }] of CALLS.entries()) {
    await test.step(what, async () => {
      const answer = await fetch(url + path, { method, headers, body })
      await answer.arrayBuffer()
      expect(answer.status).toBe(status)
      await expect(rows).toHaveCount(index + 1)
      await expect(rows.first()).toHaveAttribute('data-status', String(status))
      await expect(rows.first()).toHaveAttribute('data-ended-at', endedAt)
    })
  }

  await test.step('a call shows its trace', async () => {
    await rows.filter({ hasText: '400' }).first().click()
    const steps = app.design.inspector.getByTestId('pipeline-step')
    await expect(steps.and(page.locator('[data-verdict="stopped"]'))).toHaveAttribute('data-step', 'validation')
    await expect(steps.and(page.locator('[data-step="authorizer"]'))).toHaveAttribute('data-verdict', 'passed')
    await expect(steps.and(page.locator('[data-step="integration"]'))).toHaveAttribute('data-verdict', 'not-reached')
  })

  await test.step('a path that does not exist', async () => {
    expect((await fetch(`${url}/nothing`)).status).toBe(403)
    await rows.filter({ hasText: '/nothing' }).click()
    await expect(app.design.inspector).toContainText('Missing Authentication Token')
  })

  await test.step('a limit of the stage acts at once', async () => {
    await app.design.openRoute('GET /products')
    await app.design.selectStep('throttle')
    await app.design.flip(app.design.inspector.getByRole('switch', { name: /^Inherit/ }))
    await app.design.number('Burst limit, requests').fill('0')
    await app.design.number('Rate limit, requests per second').fill('0')
    await expect.poll(async () => (await fetch(`${url}/products`)).status).toBe(429)
    await expect(rows.first()).toHaveAttribute('data-ended-at', 'throttle')
  })

  await app.gateway.click()
  await expect(app.gateway).toHaveAttribute('data-state', 'stopped')
  await expect(fetch(`${url}/products`)).rejects.toThrow()
})

test('a handler that throws is answered 502 and named, and the other routes keep answering', async ({
  app,
  host,
  page,
}) => {
  await app.openSample('order-api')
  const project = await findProject(host.projectsFolder)
  await writeFile(
    join(dirname(project.path), 'handlers/orders.mjs'),
    "export const listProducts = async () => {\n  throw new Error('the shelf is empty')\n}\n",
  )
  await setPort(app, 0)
  const url = await start(app)
  expect((await fetch(`${url}/products`)).status).toBe(502)
  expect((await fetch(`${url}/`)).status).toBe(200)
  const failed = page.locator('[data-testid="call-row"][data-status="502"]')
  await expect(failed).toHaveAttribute('data-ended-at', 'integration')
  await failed.click()
  await expect(app.design.inspector).toContainText('the shelf is empty')
})

/** A port that is taken, with the next one free. */
async function takePort(): Promise<{ readonly port: number; readonly server: Server }> {
  for (;;) {
    const server = await listening(0)
    const port = portOf(server)
    const next = await listening(port + 1).catch(() => null)
    if (next !== null) {
      next.close()
      await once(next, 'close')
      return { port, server }
    }
    server.close()
  }
}

async function listening(port: number): Promise<Server> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}

test('a port in use is named, and the next one is offered', async ({ app, page }) => {
  const { port, server } = await takePort()
  await app.openSample('order-api')
  await setPort(app, port)
  await app.gateway.click()
  await expect(app.gateway).toHaveAttribute('data-state', 'failed')
  await expect(app.status('gateway')).toContainText(`${port}`)
  await page.getByRole('button', { name: `Use ${port + 1}` }).click()
  await expect(app.gateway).toHaveAttribute('data-state', 'running')
  await expect(app.status('url')).toContainText(`:${port + 1}/`)
  server.close()
})

test('functions of a folder that nobody trusted run only after the person says so', async ({ app, page, host }) => {
  const file = join(host.folder, 'foreign.gatewright.yaml')
  await writeFile(join(host.folder, 'hello.mjs'), `export const handler = async () => ({ body: 'hello' })\n`)
  await writeFile(file, FOREIGN_PROJECT)
  await app.open()
  await app.projects.openPath(file)
  await setPort(app, 0)
  await app.gateway.click()
  const question = page.getByRole('dialog', { name: 'Run the functions of this project?' })
  await expect(question).toContainText('./hello.mjs')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(app.gateway).toHaveAttribute('data-state', 'stopped')
  await app.gateway.click()
  await question.getByRole('button', { name: 'Trust this folder and start' }).click()
  await expect(app.gateway).toHaveAttribute('data-state', 'running')
  const url = await app.status('url').innerText()
  expect(await (await fetch(`${url}/hello`)).text()).toBe('hello')
})
