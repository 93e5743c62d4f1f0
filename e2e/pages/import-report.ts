import type { Locator, Page } from '@playwright/test'

export interface ImportFile {
  readonly name: string
  readonly content: Buffer
}

/** What was understood of a document, before anything of it is kept. */
export class ImportReport {
  readonly root: Locator
  readonly lines: Locator
  readonly diagnostics: Locator
  readonly confirm: Locator

  constructor(private readonly page: Page) {
    this.root = page.getByTestId('import-report')
    this.lines = this.root.getByTestId('import-line')
    this.diagnostics = this.root.getByRole('region', { name: 'Remarks' }).getByRole('listitem')
    this.confirm = this.root.getByTestId('import-confirm')
    // While nobody listens the browser keeps its file choosers, and switching that on again can come too late.
    page.on('filechooser', () => undefined)
  }

  /** A parameter of a template. */
  parameter(name: string): Locator {
    return this.root.locator(`[data-testid="import-parameter"][data-name="${name}"]`)
  }

  /** Hand over a file by the file chooser that `ask` opens: Mod+I when it is not said. */
  async choose({ name, content }: ImportFile, ask?: () => Promise<void>): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await (ask ? ask() : this.page.keyboard.press('ControlOrMeta+i'))
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: content })
  }

  /** Drop a file on the window. */
  async drop({ name, content }: ImportFile): Promise<void> {
    const data = await this.page.evaluateHandle(
      ({ name, text }) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([text], name))
        return transfer
      },
      { name, text: content.toString('utf8') },
    )
    const target = this.page.getByRole('main')
    for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: data })
  }
}
