import { expectAccessible, expectNoSideways } from './accessibility'
import { expect, test } from './host'
import type { AppWindow } from './pages/app-window'
import { findProject } from './saved-project'

/** From nothing to the items on the Try screen; their gateway will take any port. */
async function openItems(app: AppWindow): Promise<void> {
  await app.openSample('items-api')
  await app.goTo('settings')
  await app.page.getByRole('spinbutton', { name: 'Port' }).fill('0')
  await app.goTo('try')
  await expect(app.try.body).toHaveAttribute('data-loaded', 'true')
}

test('the items: listed by everybody, made with a token and its scope, and limited by what is set here', async ({
  app,
}) => {
  const t = app.try
  await openItems(app)

  await test.step('a list, which starts the gateway', async () => {
    await t.openSaved('List items')
    await expect(t.pipeline).toHaveAccessibleName('Pipeline of GET /items')
    await t.sendIt(200)
    await expect(t.response).toContainText('"cursor": "fountain-pen"')
    await expect(app.status('url')).toContainText('/itemsapi01')
    await expect(t.step('route')).toContainText('GET /items')
    await expect(t.step('request-mapping')).toHaveAttribute('data-verdict', 'skipped')
  })

  await test.step('what only REST APIs have is switched off, and says so', async () => {
    await expect(t.apiKey).toHaveAttribute('aria-disabled', 'true')
    await expect(t.apiKey).toHaveAttribute('aria-description', 'HTTP APIs have no API keys')
    await expect(app.page.getByRole('tab', { name: 'Execution log' })).toHaveAttribute('aria-disabled', 'true')
    await app.page.getByTestId('request-menu').click()
    const testInvoke = app.page.getByRole('menuitem', { name: 'Test invoke' })
    await expect(testInvoke).toHaveAttribute('title', 'HTTP APIs have no test invoke')
    await app.press('Escape')
  })

  await test.step('nobody creates without a token', async () => {
    await t.openSaved('Create without a token')
    await t.sendIt(401)
    await expect(t.why).toHaveAttribute('data-step', 'authorizer')
    await expect(t.why).toContainText('the request has no token')
  })

  await test.step('ada does, and the item says so', async () => {
    await t.openSaved('Create item as ada')
    await t.sendIt(201)
    await expect(t.response).toContainText('"createdBy": "6f1c1c0e')
    await expect(t.step('authorizer')).toHaveAttribute('data-verdict', 'passed')
  })

  await test.step('without the scope she may not; the menu makes such a token', async () => {
    await t.token.selectOption({ label: 'Token: ada via Web shop, missing scope' })
    await t.sendIt(403)
    await expect(t.why).toContainText('items/write')
    await t.token.selectOption({ label: 'Token: ada via Web shop' })
    await t.sendIt(201)
  })
})

test('a limit set in the window throttles the next call, and a new route is served at once', async ({ app, page }) => {
  const t = app.try
  const { design } = app
  await openItems(app)
  await t.openSaved('Get item')
  await t.sendIt(200)

  await test.step('a burst of one', async () => {
    await app.goTo('design')
    await design.openRoute('GET /items/{id}')
    await design.selectStep('throttle')
    await design.flip(design.inspector.getByRole('switch', { name: /^Inherit/ }))
    await design.number('Rate limit, requests per second').fill('0')
    await design.number('Burst limit, requests').fill('0')
    await page.getByRole('tab', { name: /^Changes/ }).click()
    await expect(page.getByTestId('changes-table')).toContainText('HTTP APIs serve every change at once')
    await app.goTo('try')
    await t.sendIt(429)
    await expect(t.why).toContainText('The limit of the route')
    await expect(t.response).toContainText('Too Many Requests')
  })

  await test.step('a new route with a function of the project', async () => {
    await app.goTo('design')
    await app.press('Alt+n')
    await design.fillRoute('GET', '/stock', 'Add route')
    await expect(design.tab('route', 'GET /stock')).toHaveAttribute('aria-selected', 'true')
    await design.selectStep('integration')
    await page.getByLabel('Handler', { exact: true }).fill('./handlers/items.mjs#list')
    await page.getByTestId('try-route').click()
    await expect(t.url).toHaveValue('/stock')
    await t.sendIt(200)
    await expect(t.response).toContainText('notebook')
  })
})

test('preflights are answered by the CORS configuration, without one by a route', async ({ app, page }) => {
  const t = app.try
  await openItems(app)

  await test.step('as the sample has it', async () => {
    await t.openSaved('Preflight of a browser')
    await t.sendIt(204)
    await expect(t.preflight).toHaveAttribute('data-allowed', 'true')
  })

  await test.step('made of any request', async () => {
    await t.openSaved('Create item as ada')
    await t.act('Make its preflight')
    await expect(t.method).toHaveValue('OPTIONS')
    await t.sendIt(204)
    await expect(t.preflight).toHaveAttribute('data-allowed', 'true')
    await t.openSaved('Preflight of a browser')
  })

  await test.step('turned off, $default answers', async () => {
    await app.goTo('design')
    await app.design.openShared('cors')
    await page.getByRole('button', { name: 'Turn off' }).click()
    await app.goTo('try')
    await t.sendIt(404)
    await expect(t.step('route')).toContainText('$default')
  })

  await test.step('set up anew, it answers 204 again, but not to this origin', async () => {
    await app.goTo('design')
    await page.getByRole('button', { name: 'Set up CORS' }).click()
    await app.goTo('try')
    await t.sendIt(204)
    await expect(t.preflight).toHaveAttribute('data-allowed', 'false')
    await expect(t.preflight).toContainText('The origin https://shop.example.com is not allowed.')
  })
})

test('without $default an unknown path is answered 404, and the closest routes are offered', async ({ app, page }) => {
  const t = app.try
  await openItems(app)
  await app.goTo('design')
  await app.design.openRoute('$default')
  await app.design.route('$default').focus()
  await app.press('Delete')
  await app.goTo('try')
  await t.openSaved('An unknown path')
  await expect(page.getByTestId('no-route')).toContainText('404 Not Found')
  await t.sendIt(404)
  await expect(t.response).toContainText('Not Found')
  const closest = page.getByTestId('closest-route')
  await expect(closest).toHaveCount(3)
  await closest.filter({ hasText: /^GET \/items$/ }).click()
  await t.sendIt(200)
})

test('by keyboard alone: a saved request is opened and sent', async ({ app, page }) => {
  await openItems(app)
  const isInList = () => page.evaluate(() => document.activeElement?.closest('[data-testid="saved-requests"]') !== null)
  for (let tabs = 0; tabs < 60 && !(await isInList()); tabs++) await app.press('Tab')
  expect(await isInList()).toBe(true)
  const isAt = (name: string) => expect(page.getByRole('treeitem', { name: new RegExp(`^${name}`) })).toBeFocused()
  await app.press('Home')
  await isAt('List items')
  await app.press('ArrowDown')
  await isAt('Get item')
  await app.press('Enter')
  await expect(app.try.openTab('Get item')).toHaveAttribute('aria-selected', 'true')
  await app.press('Mod+Enter')
  await app.try.isAnswered(200)
  await expect(app.try.response).toContainText('Ink, blue')
})

test('an API of each type is made in one project', async ({ app, host, page }) => {
  await app.open()
  await app.welcome.root.getByTestId('new-api').click()
  await app.apiTypes.create('REST', 'Orders')
  const menu = page.getByTestId('menu-api')
  await expect(menu).toContainText('Orders')
  for (const [type, name] of [
    ['HTTP', 'Items'],
    ['WEBSOCKET', 'Chat'],
  ] as const) {
    await app.press('Alt+Shift+N')
    await app.apiTypes.create(type, name)
    await expect(menu).toContainText(name)
  }
  const project = await findProject(host.projectsFolder)
  const types = () => Promise.all([0, 1, 2].map((at) => project.at(`/apis/${at}/protocolType`)))
  await expect.poll(types).toEqual(['REST', 'HTTP', 'WEBSOCKET'])
})

test('the chooser tells what each type loses and costs', async ({ app }) => {
  const { apiTypes } = app
  await app.openSample('items-api')
  await app.palette.open()
  await app.palette.input.fill('REST, HTTP or')
  await app.palette.item('api.choose').click()
  await expect(apiTypes.type('HTTP')).toHaveAttribute('data-fits', 'true')
  await expect(apiTypes.type('HTTP')).toHaveAttribute('data-usd', '10')
  await expect(apiTypes.type('REST')).toHaveAttribute('data-usd', '35')
  await apiTypes.need(/API key/)
  await expect(apiTypes.type('HTTP')).toHaveAttribute('data-fits', 'false')
  await expect(apiTypes.type('HTTP')).toContainText('No API keys and no usage plans.')
  await expect(apiTypes.type('REST')).toHaveAttribute('data-fits', 'true')
})

test('a REST API is looked at as an HTTP API, which is then added', async ({ app, host, page }) => {
  const { apiTypes } = app
  await app.openSample('order-api')
  const project = await findProject(host.projectsFolder)
  await app.run('api.whatIf')
  await expect(apiTypes.whatIfCost).toHaveAttribute('data-http', '10')
  await expect(apiTypes.notes('lost').filter({ hasText: 'Usage plans' })).toHaveCount(1)
  await expect(apiTypes.notes('carried')).not.toHaveCount(0)
  await expectAccessible(page, 'what if', '[role="dialog"]')
  await page.getByRole('button', { name: 'Add it to the project' }).click()
  await expect(page.getByTestId('menu-api')).toContainText('OrderAPI (HTTP)')
  await expect.poll(() => project.at('/apis/1/protocolType')).toBe('HTTP')

  await test.step('a request goes to either: the API menu says to which', async () => {
    await app.goTo('try')
    await app.try.chooseRoute('GET /products')
    await expect(app.try.apiKey).toHaveAttribute('aria-disabled', 'true')
    await page.getByTestId('menu-api').click()
    await page.getByRole('menuitem', { name: /^OrderAPI(?! \(HTTP\))/ }).click()
    await expect(app.try.root).toContainText('/ordersapi1/prod')
    await expect(app.try.apiKey).not.toHaveAttribute('aria-disabled', 'true')
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('Design and Try have no serious accessibility finding with an HTTP API', async ({ app, page }) => {
      test.slow()
      await openItems(app)
      await app.try.openSaved('Create without the scope')
      await app.try.sendIt(403)
      await expectAccessible(page, 'try, refused')
      await app.try.show('Auth', 'Request')
      await app.try.show('Payloads')
      await expectAccessible(page, 'try, auth and payloads')
      await app.try.show('Caller', 'Request')
      await app.try.show('Pipeline')
      await app.try.openSaved('Preflight of a browser')
      await app.try.sendIt(204)
      await expectAccessible(page, 'try, preflight')
      await page.setViewportSize({ width: 960, height: 640 })
      await expectNoSideways(page, 'try, narrow')
      await page.setViewportSize({ width: 1440, height: 900 })
      await app.goTo('design')
      await app.design.openRoute('POST /items')
      for (const step of ['client', 'route', 'throttle', 'authorizer', 'request-mapping', 'integration']) {
        await app.design.selectStep(step)
        await expectAccessible(page, `inspector of ${step}`, '[data-testid="inspector"]')
      }
      await page.getByTestId('call-row').first().click()
      await expectAccessible(page, 'design with a call')
      await app.design.openShared('cors')
      await expectAccessible(page, 'editor of CORS', '[data-region="main"]')
    })
  })
}
