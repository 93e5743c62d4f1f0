import { expectAccessible, expectNoSideways } from './accessibility'
import { expect, test } from './host'
import type { AppWindow } from './pages/app-window'
import { findProject } from './saved-project'

/** Its #if never ends, and it misspells a member. */
const BROKEN = `#set($order = $input.path('$'))
{
  "customer": "$input.params('name')",
#if($context.stage != "")
  "stage": "$context.stage",
  "length": $context.path.lenght()
}`
const ENDED = `${BROKEN.slice(0, -2)}
#end
}`
const FIXED = ENDED.replace('lenght', 'length')

const PROXY_EVENT = JSON.stringify({
  resource: '/greetings',
  path: '/greetings',
  httpMethod: 'GET',
  headers: { Accept: 'application/json' },
  queryStringParameters: { name: 'Ada' },
  pathParameters: null,
  stageVariables: null,
  requestContext: { stage: 'test', path: '/test/greetings', httpMethod: 'GET' },
  body: null,
  isBase64Encoded: false,
})

/** A new route that answers by itself, with a response template to be written. */
async function addMockRoute(app: AppWindow, path: string): Promise<void> {
  await app.press('Alt+n')
  await app.design.fillRoute('GET', path, 'Add route')
  await expect(app.design.tab('route', `GET ${path}`)).toHaveAttribute('aria-selected', 'true')
  await app.design.selectStep('response-mapping')
  const { inspector } = app.design
  await inspector.getByRole('textbox', { name: 'Content type' }).fill('application/json')
  await inspector.getByRole('button', { name: 'Add template' }).click()
}

test('a failing template is located, stepped through, fixed, saved as a case, applied and served', async ({
  app,
  host,
  page,
}) => {
  const { templates, design } = app
  await app.openSample('order-api')
  const project = await findProject(host.projectsFolder)
  await app.goTo('settings')
  await page.getByRole('spinbutton', { name: 'Port' }).fill('0')
  await app.goTo('design')
  await addMockRoute(app, '/greetings')
  await design.inspector.getByRole('button', { name: 'Open in Templates: application/json' }).click()
  await templates.isOpen('get-greetings-200.vtl')
  await expect(page.getByRole('button', { name: /^Response template 200 of GET \/greetings/ })).toBeVisible()

  await test.step('a pasted event and a pasted template', async () => {
    await templates.paste(PROXY_EVENT)
    await templates.show('Context')
    await expect(page.getByTestId('context-editor')).toContainText('/test/greetings')
    await templates.fill(templates.editor, BROKEN)
  })

  await test.step('the error has its line and column', async () => {
    await expect(page.getByTestId('template-failure')).toContainText('Line 4, column 1')
    await templates.show('Problems')
    await expect(templates.problem(4, 1)).toContainText('#if')
    await templates.problem(4, 1).click()
    await expect(templates.editor.getByRole('textbox')).toBeFocused()
    await templates.fill(templates.editor, ENDED)
    await expect(templates.output).toHaveAttribute('data-valid-json', 'false')
    await expect(page.getByText(/^not JSON, line 5/)).toBeVisible()
  })

  await test.step('stepping leads to the reference that has no value', async () => {
    await templates.show('Variables')
    await templates.stepTo('line 6')
    await expect(templates.variable('$context.path.lenght()')).toContainText('prints nothing')
    await expect(templates.variable('$order')).toBeVisible()
    await templates.show('Trace')
    await expect(templates.trace.and(page.locator('[aria-selected="true"]'))).toHaveAttribute('data-line', '6')
  })

  await test.step('the fix is saved with its case', async () => {
    await templates.fill(templates.editor, FIXED)
    await expect(templates.output).toHaveAttribute('data-valid-json', 'true')
    await templates.show('Cases')
    await templates.saveCase('With a name')
    await expect(templates.case('With a name')).toHaveAttribute('data-result', 'pass')
    await expect.poll(() => project.at('/templates/get-greetings-200.vtl/cases/0/name')).toBe('With a name')
    await expect.poll(() => project.at('/templates/get-greetings-200.vtl/source')).toBe(FIXED)
  })

  await test.step('applied to the route, it is what the gateway answers with', async () => {
    await expect(templates.routeDiffers).toHaveAccessibleName('Route has another text')
    await templates.applyToRoute()
    await app.press('Mod+Shift+D')
    await app.gateway.click()
    await expect(app.gateway).toHaveAttribute('data-state', 'running')
    const url = (await app.status('url').innerText()).trim()
    const answer = await fetch(`${url}/greetings?name=Grace`)
    expect([answer.status, await answer.json()]).toEqual([200, { customer: 'Grace', stage: 'prod', length: 15 }])
  })

  await test.step('the call can be tried again', async () => {
    await templates.show('Body')
    await page.getByTestId('call-event').first().click()
    await templates.show('Context')
    await expect(page.getByTestId('context-editor')).toContainText('/prod/greetings')
  })
})

test('a case that no longer holds says what differs, and its output can be accepted', async ({ app, page }) => {
  const { templates } = app
  await app.openSample('order-api')
  await app.press('Alt+2')
  await templates.create('greet.vtl')
  await templates.fill(templates.editor, '{\n  "customer": "Ada"\n}')
  await templates.saveCase('Ada')
  await expect(templates.case('Ada')).toHaveAccessibleName('Ada, passes')
  await templates.fill(templates.editor, '{\n  "client": "Ada"\n}')
  await expect(templates.case('Ada')).toHaveAttribute('data-result', 'fail')
  await expect(templates.case('Ada')).toHaveAccessibleName('Ada, fails')
  await expect(templates.case('Ada')).toContainText('line 2 is “"client": "Ada"”, expected “"customer": "Ada"”')
  await expect(templates.saved('greet.vtl')).toHaveAttribute('data-passed', '0')
  await templates.show('Diff')
  await expect(templates.output).toHaveAttribute('data-added', '1')
  await page.getByRole('button', { name: 'Accept the output of Ada' }).click()
  await expect(templates.case('Ada')).toHaveAttribute('data-result', 'pass')
  await app.undoByToast('case-accepted')
  await expect(templates.case('Ada')).toHaveAttribute('data-result', 'fail')
  await templates.case('Ada').press('Delete')
  await expect(templates.cases).toHaveCount(0)
  await app.undoByToast('case-deleted')
  await expect(templates.cases).toHaveCount(1)
})

test('output and template show what belongs together', async ({ app }) => {
  const { templates } = app
  await app.openSample('order-api')
  await app.goTo('templates')
  await templates.library('guide-order').click()
  await templates.isOpen('guide-order.vtl')
  await templates.output.locator('.view-line', { hasText: 'SKU-1207' }).click({ position: { x: 150, y: 8 } })
  const linked = templates.editor.locator('[class*="linked"]')
  await expect(linked).not.toHaveCount(0)
  await app.press('F10')
  await expect(linked).toHaveCount(0)
})

test('a value that is missing cuts the JSON, and is wrapped in #if by a click', async ({ app, page }) => {
  const { templates } = app
  await app.openSample('order-api')
  await app.goTo('templates')
  await templates.library('guide-order').click()
  await templates.isOpen('guide-order.vtl')
  await expect(templates.output).toHaveAttribute('data-valid-json', 'true')
  await templates.fill(
    templates.event,
    '{"customerId": "C", "items": [{"productId": "P", "quantity": 1}], "totalAmount": 1}',
  )
  await expect(templates.output).toHaveAttribute('data-valid-json', 'false')
  await page.getByRole('button', { name: 'Wrap in #if' }).click()
  await expect(templates.output).toHaveAttribute('data-valid-json', 'true')
  await expect(templates.output).toContainText('"price": null')
})

test('a template of the library comes with its event and passes', async ({ app, page }) => {
  const { templates } = app
  await app.openSample('order-api')
  await app.goTo('templates')
  await expect(page.getByText('No templates', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Browse library' }).click()
  await templates.library('loop-with-commas').click()
  await templates.isOpen('loop-with-commas.vtl')
  await expect(templates.cases).toHaveCount(1)
  await expect(templates.cases.first()).toHaveAttribute('data-result', 'pass')
  await app.press('Mod+Enter')
  await expect(templates.runCases).toHaveAttribute('data-state', 'idle')
  await expect(templates.saved('loop-with-commas.vtl')).toHaveAttribute('data-passed', '1')
  await app.press('F10')
  await expect(templates.stepPlace).toContainText('at line')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('the Templates screen has no serious accessibility finding', async ({ app, page }) => {
      test.slow()
      const { templates } = app
      await app.openSample('order-api')
      await app.goTo('templates')
      await expectAccessible(page, 'no template')
      await templates.library('guide-order').click()
      await templates.isOpen('guide-order.vtl')
      await expectAccessible(page, 'a template with a case')
      await app.press('F10')
      await templates.show('Trace')
      await templates.show('Problems')
      await templates.show('Diff')
      await expectAccessible(page, 'stepping')
      for (const tab of ['Params', 'Context', 'Stage vars'] as const) {
        await templates.show(tab)
        await expectAccessible(page, tab, '[data-region="main"]')
      }
      for (const tab of ['Overrides', 'Compare'] as const) {
        await templates.show(tab)
        await expectAccessible(page, tab, '[data-region="main"]')
      }
      await app.press('Alt+s')
      await expect(page.getByRole('dialog', { name: 'Save as case' })).toBeVisible()
      await expectAccessible(page, 'save as case')
    })
  })
}

test('everything is at hand in a small window', async ({ app, page }) => {
  const { templates } = app
  await page.setViewportSize({ width: 800, height: 560 })
  await app.openSample('order-api')
  await app.goTo('templates')
  await app.press('Mod+\\')
  await templates.library('guide-order').click()
  await app.press('Mod+\\')
  await templates.isOpen('guide-order.vtl')
  await expect(page.getByTestId('template-splits')).toHaveAttribute('data-stacked', 'true')
  await expectNoSideways(page, 'templates')
  for (const part of [templates.editor, templates.event, templates.output, templates.cases.first()])
    await expect(part).toBeInViewport()
})
