import { expectAccessible, expectNoSideways } from './accessibility'
import { expect, test } from './host'
import type { AppWindow } from './pages/app-window'
import { findProject } from './saved-project'

/** From nothing to a sample on the Try screen; its gateway will take any port. */
async function openTry(app: AppWindow, sample = 'order-api'): Promise<void> {
  await app.openSample(sample)
  await app.goTo('settings')
  await app.page.getByRole('spinbutton', { name: 'Port' }).fill('0')
  await app.goTo('try')
  await expect(app.try.body).toHaveAttribute('data-loaded', 'true')
}

test('a request made from a route is answered, and what happened to it is told row by row', async ({ app, page }) => {
  const t = app.try
  await openTry(app)

  await test.step('before it is sent the design is shown, and the gateway is offered to be started', async () => {
    await expect(t.notice).toHaveAttribute('data-kind', 'stopped')
    await t.chooseRoute('POST /orders')
    await expect(t.method).toHaveValue('POST')
    await expect(t.url).toHaveValue('/orders')
    await expect(t.apiKey.locator('option:checked')).toHaveText('Key: acme-web')
    await expect(t.body).toContainText('ABCDEFGHIJ')
    await expect(t.pipeline).toHaveAccessibleName('Pipeline of POST /orders')
  })

  await test.step('sending starts the gateway', async () => {
    await t.notice.getByRole('button', { name: 'Start and send' }).click()
    await t.isAnswered(201)
    await expect(t.notice).toHaveCount(0)
    await expect(app.gateway).toHaveAttribute('data-state', 'running')
    await expect(t.response).toContainText('"orderId": "ord_1"')
  })

  await test.step('every row has its verdict', async () => {
    await expect(t.pipeline).toHaveAccessibleName('What happened to POST /orders')
    for (const step of ['authorizer', 'api-key', 'throttle', 'validation', 'integration'])
      await expect(t.step(step)).toHaveAttribute('data-verdict', 'passed')
    await expect(t.step('api-key')).toContainText('acme-web on Premium')
    await expect(t.step('throttle').getByTestId('bucket-gauge')).not.toHaveCount(0)
    await expect(t.why).toHaveCount(0)
    await expect(t.logLines.filter({ hasText: 'Method completed with status: 201' })).toHaveCount(1)
  })

  await test.step('payloads can be looked at', async () => {
    await t.show('Payloads')
    await expect(t.payload('received')).toContainText('ABCDEFGHIJ')
    await expect(t.payload('answered')).toContainText('ord_1')
    await t.show('Pipeline')
  })

  await test.step('without its key it is stopped there, and the reason is given', async () => {
    await t.apiKey.selectOption({ label: 'Key: none' })
    await t.sendIt(403)
    await expect(t.step('api-key')).toHaveAttribute('data-verdict', 'stopped')
    await expect(t.step('integration')).toHaveAttribute('data-verdict', 'not-reached')
    await expect(t.why).toHaveAttribute('data-step', 'api-key')
    await expect(t.why).toContainText('requires an API key')
    await expect(t.response).toContainText('Forbidden')
  })

  await test.step('a test invoke leaves the key out', async () => {
    await t.act('Test invoke')
    await t.isAnswered(201)
    await expect(t.status).toHaveAttribute('data-test-invoke', 'true')
    await expect(page.getByTestId('skipped-steps')).toContainText('API key')
  })

  await test.step('calls of the history come back with their answers', async () => {
    await expect(t.history).toHaveCount(3)
    await t.history.last().click()
    await expect(t.status).toHaveAttribute('data-status', '201')
    await expect(t.response).toContainText('"orderId": "ord_1"')
  })
})

test('an address that no route has is answered 403, and the closest routes are offered', async ({ app, page }) => {
  const t = app.try
  await openTry(app)
  await t.url.fill('/order')
  await t.url.press('Escape')
  await t.url.press('Enter')
  await t.isAnswered(403)
  await expect(t.response).toContainText('Missing Authentication Token')
  const closest = page.getByTestId('closest-route')
  await expect(closest).toHaveCount(3)
  await expect(closest.first()).toHaveAttribute('data-route-key', 'GET /orders')
  await closest.first().click()
  await expect(t.url).toHaveValue('/orders')
  await t.sendIt(200)
})

test('many calls at once run into the throttle, which says when the next token is due', async ({ app, page }) => {
  const t = app.try
  await app.openSample('order-api')
  await app.goTo('settings')
  await page.getByRole('spinbutton', { name: 'Port' }).fill('0')
  await app.goTo('design')
  await app.design.openRoute('GET /products')
  await app.design.selectStep('throttle')
  await app.design.flip(app.design.inspector.getByRole('switch', { name: /^Inherit/ }))
  await app.design.number('Rate limit, requests per second').fill('1')
  await app.design.number('Burst limit, requests').fill('5')
  await page.getByTestId('try-route').click()
  await expect(t.url).toHaveValue('/products')
  await t.sendMany(30, 5)
  const served = Number(await t.manyOf(200).getAttribute('data-count'))
  const throttled = Number(await t.manyOf(429).getAttribute('data-count'))
  expect(served + throttled).toBe(30)
  expect(served).toBeGreaterThanOrEqual(5)
  await t.manyOf(429).click()
  await expect(t.step('throttle')).toHaveAttribute('data-verdict', 'stopped')
  await expect(t.why).toContainText('The limit of the method')
  await t.act('Refill buckets')
  await t.sendIt(200)
})

test('an answer that is kept is seen in the caches, and can be flushed', async ({ app, page }) => {
  const t = app.try
  await openTry(app)
  await t.chooseRoute('GET /orders')
  await t.sendIt(200)
  await t.show('Caches')
  const kept = (cache: string) => page.locator(`[data-testid="cache-entry"][data-cache="${cache}"]`)
  await expect(kept('response')).toHaveAttribute('data-owner', 'GET /orders')
  await expect(kept('authorizer')).toHaveAttribute('data-owner', 'shop-token-auth')
  await t.show('Pipeline')
  await t.sendIt(200)
  await expect(t.step('cache')).toContainText('Stored answer')
  await t.show('Caches')
  await page.getByRole('button', { name: 'Flush stage cache' }).click()
  await expect(kept('response')).toHaveCount(0)
})

test('requests are saved with the project, and undeployed changes are deployed on the way', async ({ app, host }) => {
  const t = app.try
  await openTry(app)
  const project = await findProject(host.projectsFolder)
  await t.chooseRoute('GET /products')
  await app.press('Alt+s')
  await app.design.name('Save request', 'Save request', 'All products')
  await expect(t.saved).toHaveAttribute('data-name', 'All products')
  await expect
    .poll(() => project.at('/requests/0'))
    .toEqual({ name: 'All products', apiId: 'ordersapi1', stage: 'prod', method: 'GET', path: '/products' })
  await t.setHeader('Accept', 'application/json')
  await expect(app.page.getByRole('img', { name: 'not saved' })).toBeVisible()
  await app.press('Alt+s')
  await expect(app.page.getByRole('img', { name: 'not saved' })).toHaveCount(0)
  await expect.poll(() => project.at('/requests/0/headers/0/name')).toBe('Accept')
  await t.sendIt(200)

  await app.goTo('design')
  await app.design.openRoute('GET /products')
  await app.design.selectStep('api-key')
  await app.design.flip(app.design.inspector.getByRole('switch').first())
  await app.goTo('try')
  await expect(t.notice).toContainText('You are calling deployment 1; this route changed since.')
  await t.notice.getByRole('button', { name: 'Deploy and send' }).click()
  await t.isAnswered(403)
  await expect(t.why).toHaveAttribute('data-step', 'api-key')
  await expect(t.notice).toHaveCount(0)

  await t.saved.press('Delete')
  await expect(t.saved).toHaveCount(0)
  await app.undoByToast('request-deleted')
  await expect(t.saved).toHaveCount(1)
})

test('a route for users of a pool takes their token, and refuses one that is expired', async ({ app, page }) => {
  const { design } = app
  const t = app.try
  await app.openSample('order-api')
  await app.goTo('settings')
  await page.getByRole('spinbutton', { name: 'Port' }).fill('0')
  await app.goTo('design')

  await test.step('a pool with an app client and a user', async () => {
    await page.locator('[data-testid="shared-item"][data-kind="callers"]').click()
    await page.getByRole('button', { name: 'Add user pool' }).click()
    await design.name('Add user pool', 'Add user pool', 'Shoppers')
    await page.getByRole('button', { name: 'Add app client' }).click()
    await design.name('Add app client', 'Add app client', 'Web shop')
    await page.getByRole('button', { name: 'Add user', exact: true }).click()
    await design.name('Add user', 'Add user', 'ada')
    await expect(page.getByTestId('pool-user')).toHaveAttribute('data-name', 'ada')
  })
  await test.step('an authorizer that takes its tokens', async () => {
    await design.openShared('authorizers')
    await page.getByRole('button', { name: 'Add authorizer' }).click()
    await design.name('Add authorizer', 'Add authorizer', 'shoppers')
    await design.field('/apis/0/authorizers/shoppers/type').selectOption('COGNITO_USER_POOLS')
    await page.getByRole('button', { name: 'Add Shoppers' }).click()
    await design.openRoute('GET /products')
    await design.selectStep('authorizer')
    const authorization = '/apis/0/resources/~1products/methods/GET/authorizationType'
    await design.field(authorization).selectOption('COGNITO_USER_POOLS')
  })

  await page.getByTestId('try-route').click()
  await expect(t.token.locator('option:checked')).toHaveText('Token: ada via Web shop')
  await t.notice.getByRole('button', { name: 'Deploy and send' }).click()
  await t.isAnswered(200)
  await expect(t.step('authorizer')).toHaveAttribute('data-verdict', 'passed')
  await t.token.selectOption({ label: 'Token: ada via Web shop, expired' })
  await t.sendIt(401)
  await expect(t.step('authorizer')).toHaveAttribute('data-verdict', 'stopped')
  await t.token.selectOption({ label: 'Token: none' })
  await t.sendIt(401)
})

test('a route that wants signatures takes those of a local IAM user', async ({ app, page }) => {
  const { design } = app
  const t = app.try
  await openTry(app)
  await app.goTo('design')
  await page.locator('[data-testid="shared-item"][data-kind="callers"]').click()
  await page.getByRole('button', { name: 'Add IAM user' }).click()
  await design.name('Add IAM user', 'Add IAM user', 'batch')
  await design.openRoute('GET /products')
  await design.selectStep('authorizer')
  await design.field('/apis/0/resources/~1products/methods/GET/authorizationType').selectOption('AWS_IAM')
  await page.getByTestId('try-route').click()
  await t.show('Auth', 'Request')
  await expect(page.getByRole('combobox', { name: 'IAM user' })).toHaveValue('batch')
  await t.notice.getByRole('button', { name: 'Deploy and send' }).click()
  await t.isAnswered(200)
  await page.getByTestId('request-auth').getByText('None', { exact: true }).click()
  await t.sendIt(403)
  await expect(t.response).toContainText('Missing Authentication Token')
})

test('what templates made of a call is shown, opened in Templates and kept as a case', async ({ app, page }) => {
  const t = app.try
  await openTry(app)
  await expect(t.url).toHaveValue('/')
  await t.sendIt(200)
  await t.show('Payloads')
  await expect(t.payload('to-backend')).toContainText('"statusCode": 200')
  await expect(t.payload('answered')).toContainText('"status": "ok"')
  await t.payload('answered').getByTestId('open-in-templates').click()
  await expect(app.activity('templates')).toHaveAttribute('aria-current', 'page')
  await expect(app.templates.output).toContainText('"status": "ok"')
  await app.goTo('try')
  await t.act('Make a template case')
  await app.design.name('Save as case', 'Save case', 'A health check')
  await expect(app.templates.case('A health check')).toHaveAttribute('data-result', 'pass')
  await app.templates.show('Context')
  await expect(page.getByTestId('context-editor')).toContainText('requestId')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('the Try screen has no serious accessibility finding', async ({ app, page }) => {
      test.slow()
      const t = app.try
      await openTry(app)
      await expectAccessible(page, 'before sending')
      await t.url.fill('/or')
      await expectAccessible(page, 'routes offered', '[data-region="main"]')
      await t.chooseRoute('POST /orders')
      await t.sendIt(201)
      await expectAccessible(page, 'answered')
      for (const tab of ['Headers', 'Query', 'Auth', 'Caller'] as const) {
        await t.show(tab, 'Request')
        await expectAccessible(page, tab, '[data-region="main"]')
      }
      await t.apiKey.selectOption({ label: 'Key: none' })
      await t.sendIt(403)
      await t.show('Trace')
      await t.show('Headers', 'Answer')
      await expectAccessible(page, 'refused')
      await t.show('Payloads')
      await t.sendMany(3, 3)
      await expectAccessible(page, 'payloads and calls', '[data-region="main"]')
      await t.show('Caches')
      await t.url.fill('/nothing')
      await t.sendIt(403)
      await expectAccessible(page, 'caches', '[data-region="main"]')
      await t.show('Pipeline')
      await expectAccessible(page, 'no route', '[data-region="main"]')
      await app.goTo('design')
      await page.locator('[data-testid="shared-item"][data-kind="callers"]').click()
      await expectAccessible(page, 'no callers', '[data-region="main"]')
      await page.getByRole('button', { name: 'Add IAM user' }).click()
      await app.design.name('Add IAM user', 'Add IAM user', 'batch')
      await expectAccessible(page, 'callers', '[data-region="main"]')
    })
  })
}

for (const [width, height] of [
  [800, 560],
  [720, 450],
] as const) {
  test(`everything of Try is at hand at ${width} x ${height}`, async ({ app, page }) => {
    const t = app.try
    await page.setViewportSize({ width, height })
    await openTry(app)
    await expectNoSideways(page, 'before sending')
    await t.chooseRoute('POST /orders')
    await t.sendIt(201)
    await expectNoSideways(page, 'answered')
    for (const part of [t.url, t.send, t.body, t.response, t.step('client'), t.logLines.first()])
      await expect(part).toBeInViewport()
    await app.press('Mod+\\')
    await expect(t.history).toHaveCount(1)
    await expectNoSideways(page, 'with the sidebar')
  })
}
