// The pictures of the README, from the real program: npm run screenshots
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './lib/chromium.mjs'
import { runScript } from './lib/setup-error.mjs'
import { ensureBuild, root, say } from './lib/setup.mjs'

const folder = join(root, 'docs/screenshots')
const SIZE = { width: 1440, height: 900 }

await runScript(async () => {
  await ensureBuild()
  const executablePath = await ensureChromium()
  const { chromium } = await import('@playwright/test')
  mkdirSync(folder, { recursive: true })
  // Chromium refuses to start as root with its sandbox.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : []
  const browser = await chromium.launch({ executablePath, args })
  try {
    for (const colorScheme of ['dark', 'light']) {
      await withHost(async (url) => {
        const options = { viewport: SIZE, colorScheme, locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce' }
        const page = await browser.newPage(options)
        await page.goto(url)
        await takeAll(page, (name) => page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) }))
        await page.close()
      })
    }
  } finally {
    await browser.close()
  }
  say(`The pictures are in ${folder}`)
  return 0
})

async function takeAll(page, take) {
  await page.locator('[data-testid="app"][data-ready="true"]').waitFor()
  await page.locator('[data-sample="order-api"]').waitFor()
  await take('welcome')

  await page.locator('[data-sample="order-api"]').click()
  await page.locator('[data-testid="route-item"][data-route-key="POST /orders"]').click()
  await page.locator('[data-testid="pipeline-step"][data-step="throttle"]').click()
  const inspector = page.getByTestId('inspector')
  await inspector.getByRole('switch', { name: /^Inherit/ }).press('Space')
  await inspector.getByRole('spinbutton', { name: 'Rate limit, requests per second' }).fill('100')
  await inspector.getByRole('spinbutton', { name: 'Burst limit, requests' }).fill('50')
  await page.locator('[data-testid="consequence"][data-throttled="451"]').waitFor()
  await blur(page)
  await take('design')

  await page.getByTestId('activity-templates').click()
  await page.locator('[data-testid="template-library-item"]').first().click()
  const templates = page.getByTestId('templates')
  await templates.locator('[data-testid="template-editor"][data-loaded="true"]').waitFor()
  for (let step = 0; step < 12; step++) await page.getByTestId('template-step').click()
  await page.getByRole('tab', { name: 'Compare' }).click()
  await page.mouse.move(0, 0)
  await take('templates')

  await page.getByTestId('activity-try').click()
  await page.getByTestId('send').click()
  await page.locator('[data-testid="response-status"][data-status]').waitFor()
  await blur(page)
  await take('try')

  await page.getByTestId('activity-simulate').click()
  await page.getByTestId('scenario-picker').selectOption('Partner batch rush')
  await page.getByTestId('sim-run').click()
  await page.locator('[data-testid="sim-run"][data-state="done"]').waitFor()
  await page.getByRole('tab', { name: 'Sampled requests' }).click()
  await page.getByRole('combobox', { name: 'Show outcome' }).selectOption('Throttled')
  await page.locator('[data-testid="sim-samples"] [data-testid="sim-row"]', { hasText: 'acme-web' }).first().click()
  await page.getByTestId('why').waitFor()
  await page.getByRole('tab', { name: 'Routes' }).click()
  await blur(page)
  await take('simulate')

  await page.getByTestId('activity-export').click()
  await page.locator('[data-testid="export-format"] [data-format="cloudformation"]').click()
  await page.locator('[data-testid="export-preview"][data-format="cloudformation"][data-loaded="true"]').waitFor()
  await page.getByTestId('export-read-back').waitFor()
  await blur(page)
  await take('export')
}

/** No focus ring and no hovered row in a picture. */
async function blur(page) {
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}

/** A host with empty folders of its own, ended afterwards. */
async function withHost(use) {
  const home = mkdtempSync(join(tmpdir(), 'gatewright-pictures-'))
  const folders = { GATEWRIGHT_DATA: join(home, 'data'), GATEWRIGHT_PROJECTS: join(home, 'projects') }
  const host = spawn(process.execPath, [join(root, 'out/main/browser.js')], {
    env: { ...process.env, ...folders },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(host, 'exit')
  try {
    await use(await addressOf(host))
  } finally {
    host.stdin.end()
    await ended
    rmSync(home, { recursive: true, force: true })
  }
}

async function addressOf(host) {
  let text = ''
  for await (const chunk of host.stdout.setEncoding('utf8')) {
    text += chunk
    const found = /http:\/\/\S+(?=\s)/.exec(text)
    if (found) return found[0]
  }
  throw new Error('The host ended before it printed its address.')
}
