import { expectAccessible, expectNoSideways } from './accessibility'
import { expect, test } from './host'
import type { AppWindow } from './pages/app-window'
import type { SharedKind } from './pages/design-page'

const STEPS = [
  'client',
  'waf',
  'resource-policy',
  'authorizer',
  'api-key',
  'throttle',
  'validation',
  'cache',
  'request-mapping',
  'integration',
  'response-mapping',
]
const SHARED: readonly SharedKind[] = ['authorizers', 'usage-plans', 'models', 'gateway-responses', 'policy']
const TEMPLATE = `Parameters:
  Name: { Type: String, Description: What the API is called }
  Level: { Type: String, Default: info, AllowedValues: [info, error] }
  Secret: { Type: String, NoEcho: true }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: !Ref Name } }
`
const template = { name: 'template.yaml', content: Buffer.from(TEMPLATE) }
const DOCUMENT = { openapi: '3.0.1', info: { title: 'Shop', version: '1' }, paths: { '/a': { get: {} }, '/b': 7 } }

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('the Design screen has no serious accessibility finding', async ({ app, page }) => {
      test.slow()
      await app.open()
      await expect(app.root).toHaveAttribute('data-theme', colorScheme)
      await expectAccessible(page, 'welcome')
      await app.welcome.sample('order-api').click()
      await app.design.openRoute('POST /orders')
      await expectAccessible(page, 'design')
      for (const step of STEPS) {
        await app.design.selectStep(step)
        await expectAccessible(page, `inspector of ${step}`, '[data-testid="inspector"]')
      }
      for (const kind of SHARED) {
        await app.design.openShared(kind)
        await expectAccessible(page, `editor of ${kind}`, '[data-region="main"]')
      }
      await app.design.openShared('usage-plans')
      await page.getByRole('button', { name: 'Edit API keys' }).click()
      await expectAccessible(page, 'editor of API keys', '[data-region="main"]')
      await app.design.openStage('prod')
      await expectAccessible(page, 'stage editor')
    })

    test('every other screen has no serious accessibility finding', async ({ app, page }) => {
      test.slow()
      await app.openSample('order-api')
      await app.goTo('simulate')
      await app.simulate.scenario.selectOption('Partner batch rush')
      await expectAccessible(page, 'simulate before a run')
      await app.simulate.run()
      await expectAccessible(page, 'simulate after a run')
      await app.simulate.explainThrottled('THROTTLED_PLAN')
      await expectAccessible(page, 'why')
      await app.goTo('settings')
      await expectAccessible(page, 'settings')
      await app.palette.open()
      await expectAccessible(page, 'palette')
      await app.closeOverlay()
      await app.press('Mod+/')
      await expect(app.dialog('Keyboard shortcuts')).toBeVisible()
      await expectAccessible(page, 'shortcuts')
      await app.closeOverlay()
      await app.importReport.choose({ name: 'shop.json', content: Buffer.from(JSON.stringify(DOCUMENT)) })
      await expect(app.importReport.root).toBeVisible()
      await expectAccessible(page, 'import report')
    })

    test('what comes in and goes out has no serious accessibility finding', async ({ app, page }) => {
      test.slow()
      await app.openSample('order-api')
      await app.goTo('export')
      await app.export.choose('openapi3')
      await expect(app.export.notes.first()).toBeVisible()
      await expectAccessible(page, 'export of OpenAPI')
      await app.export.choose('cdk')
      await expectAccessible(page, 'export of several files')
      await app.export.save.click()
      await app.export.showChanges()
      await expectAccessible(page, 'export beside the last one')
      await app.importReport.choose(template)
      await expect(app.importReport.parameter('Secret')).toBeVisible()
      await expectAccessible(page, 'import report with parameters')
      await app.closeOverlay()
      await app.importReport.choose(template, () => app.run('design.compare'))
      await expect(app.compare.changes.first()).toBeVisible()
      await expectAccessible(page, 'comparison of two designs')
    })
  })
}

/** Every screen of a small window, where sidebar and inspector lie over the main part while they are wanted. */
async function visitScreens({ app, visit }: { app: AppWindow; visit(where: string): Promise<void> }): Promise<void> {
  const { design } = app
  await app.open()
  await visit('welcome')
  await app.welcome.sample('order-api').click()
  await expect(design.pipeline).toBeVisible()
  await expect(design.inspector).toHaveCount(0)
  await visit('design')
  await app.press('Mod+\\')
  await design.openRoute('POST /orders')
  await visit('design with its sidebar')
  await app.press('Escape')
  await expect(design.routeTree).toHaveCount(0)
  await design.selectStep('throttle')
  await expect(design.number('Rate limit, requests per second')).toBeVisible()
  await visit('design with its inspector')
  await app.goTo('simulate')
  await expect(design.inspector).toHaveCount(0)
  await app.simulate.run()
  await visit('simulate')
  await app.goTo('export')
  await expect(app.export.preview).toHaveAttribute('data-loaded', 'true')
  await visit('export')
  await app.press('Mod+\\')
  await app.export.choose('cdk')
  await visit('export with its sidebar')
  await app.press('Escape')
  await app.importReport.choose(template)
  await expect(app.importReport.confirm).toBeInViewport()
  await visit('import report with parameters')
  await app.closeOverlay()
  await app.importReport.choose(template, () => app.run('design.compare'))
  await expect(app.compare.root).toBeVisible()
  await visit('comparison of two designs')
  await app.closeOverlay()
  await app.goTo('settings')
  await visit('settings')
  await app.palette.open()
  await visit('palette')
}

for (const [width, height] of [
  [800, 560],
  [720, 450],
] as const) {
  test(`nothing scrolls sideways at ${width} x ${height}, and everything can be reached`, async ({ app, page }) => {
    await page.setViewportSize({ width, height })
    await visitScreens({ app, visit: (where) => expectNoSideways(page, where) })
  })
}
