import { expect, type Locator, type Page } from '@playwright/test'

export type ExportFormat = 'openapi3' | 'swagger2' | 'cloudformation' | 'sam' | 'cdk' | 'cli'

/** A design on its way out: formats, the file as it would be, what it does not say. */
export class ExportPage {
  readonly formats: Locator
  readonly preview: Locator
  readonly save: Locator
  readonly notes: Locator
  readonly readBack: Locator
  /** What changed in the design since the last export. */
  readonly since: Locator

  constructor(private readonly page: Page) {
    this.formats = page.getByTestId('export-format')
    this.preview = page.getByTestId('export-preview')
    this.save = page.getByTestId('export-save')
    this.notes = page.getByTestId('export-note')
    this.readBack = page.getByTestId('export-read-back')
    this.since = page.getByRole('region', { name: 'Since the last export' }).getByTestId('design-change')
  }

  format(format: ExportFormat): Locator {
    return this.formats.locator(`[data-format="${format}"]`)
  }

  async choose(format: ExportFormat): Promise<void> {
    await this.format(format).click()
    await expect(this.format(format)).toHaveAttribute('aria-selected', 'true')
    await expect(this.preview).toHaveAttribute('data-format', format)
    await expect(this.preview).toHaveAttribute('data-loaded', 'true')
  }

  async showChanges(): Promise<void> {
    await this.page.getByText('Changes since last export').click()
    await expect(this.preview).toHaveAttribute('data-added', /^\d+$/)
  }
}
