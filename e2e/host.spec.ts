import { startHost } from './host-process'
import { expect, test } from './host'

test('the page is ready soon, and its address no longer shows the secret', async ({ page, host }) => {
  await page.goto(host.url)
  await expect(page).toHaveTitle(/Gatewright/)
  await expect(page.getByTestId('app')).toHaveAttribute('data-ready', 'true')
  await expect(page.getByTestId('app')).toHaveAttribute('data-host', 'loopback')
  expect(new URL(page.url()).hash).toBe('')
})

test('a reload and a second window of the same launch work', async ({ page, host, context }) => {
  await page.goto(host.url)
  await page.reload()
  await expect(page.getByTestId('app')).toHaveAttribute('data-ready', 'true')
  const second = await context.newPage()
  await second.goto(host.url)
  await expect(second.getByTestId('app')).toHaveAttribute('data-ready', 'true')
})

test('nothing is asked of any other computer', async ({ page, host }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(host.url).host && !request.url().startsWith('data:')) {
      foreign.push(request.url())
    }
  })
  await page.goto(host.url)
  await expect(page.getByTestId('app')).toHaveAttribute('data-ready', 'true')
  await page.waitForLoadState('networkidle')
  expect(foreign).toEqual([])
})

test('the host ends by itself when npm start does', async () => {
  const host = await startHost()
  expect(await host.end()).toBe(0)
  expect(host.complaints()).toBe('')
})

test.describe('a page that was taken over', () => {
  test.use({ expectedErrors: /Content Security Policy|unsafe-eval|ERR_BLOCKED_BY_CSP/ })

  test('can run no text as code and load nothing from elsewhere', async ({ page, host }) => {
    await page.goto(host.url)
    await expect(page.getByTestId('app')).toHaveAttribute('data-ready', 'true')
    const refused = await page.evaluateHandle(() => {
      const directives: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective))
      return directives
    })
    await page.evaluate(() => {
      const elements = {
        script: { src: 'https://example.com/a.js' },
        img: { src: 'https://example.com/a.png' },
        iframe: { src: 'https://example.com/' },
      }
      for (const [name, attributes] of Object.entries(elements)) {
        document.body.append(Object.assign(document.createElement(name), attributes))
      }
      const button = document.createElement('button')
      button.setAttribute('onclick', 'document.title = "taken over"')
      document.body.append(button)
      button.click()
      void fetch('https://example.com/').catch(() => undefined)
      // In a callback, because what Playwright runs itself may evaluate text.
      setTimeout(() => Reflect.construct(Function, ['document.title = "taken over"'])())
    })
    await expect
      .poll(async () => [...new Set(await refused.jsonValue())].toSorted())
      .toEqual(['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-attr', 'script-src-elem'])
    await expect(page).not.toHaveTitle('taken over')
  })
})
