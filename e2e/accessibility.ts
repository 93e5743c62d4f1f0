import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const OPTIONS: Parameters<AxeBuilder['options']>[0] = {
  resultTypes: ['violations'],
  rules: { 'label-content-name-mismatch': { enabled: false } },
}

/**
 * No serious or critical finding, on the page or in one part of it. The rule label-content-name-mismatch is off: rows and tiles show
 * figures that their names put into words.
 */
export async function expectAccessible(page: Page, where: string, part?: string): Promise<void> {
  // Legacy mode looks at one frame only, which is all there is, and takes half the time.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options(OPTIONS)
  const { violations } = await (part === undefined ? builder : builder.include(part)).analyze()
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} :: ${failureSummary ?? ''}`),
    }))
  expect.soft(grave, where).toEqual([])
}

/** The page itself never scrolls sideways: what is too wide scrolls inside itself. */
export async function expectNoSideways(page: Page, where: string): Promise<void> {
  const widths = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect.soft(widths.scrollWidth, where).toBeLessThanOrEqual(widths.clientWidth)
}
