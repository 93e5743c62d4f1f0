import { expect, type Locator, type Page } from '@playwright/test'

export type TemplatesTab = 'Body' | 'Params' | 'Context' | 'Stage vars' | 'Diff' | 'Output' | 'Overrides' | 'Compare'
export type LowerTab = 'Cases' | 'Problems' | 'Variables' | 'Trace'

/** A mapping template with the event it is tried with, its output, its cases and what ran. */
export class TemplatesPage {
  readonly root: Locator
  readonly editor: Locator
  readonly event: Locator
  readonly output: Locator
  readonly problems: Locator
  readonly cases: Locator
  readonly variables: Locator
  readonly trace: Locator
  readonly step: Locator
  readonly stepPlace: Locator
  readonly runCases: Locator
  readonly profile: Locator
  /** What the route has is not what the template says. */
  readonly routeDiffers: Locator

  constructor(private readonly page: Page) {
    this.root = page.getByTestId('templates')
    this.editor = page.getByTestId('template-editor')
    this.event = page.getByTestId('event-editor')
    this.output = page.getByTestId('template-output')
    this.problems = page.getByTestId('template-problem')
    this.cases = page.getByTestId('template-case')
    this.variables = page.getByTestId('variable-row')
    this.trace = page.getByTestId('trace-row')
    this.step = page.getByTestId('template-step')
    this.stepPlace = page.getByTestId('template-step-place')
    this.runCases = page.getByTestId('template-run-cases')
    this.profile = page.getByTestId('template-profile')
    this.routeDiffers = page.getByTestId('template-route-differs')
  }

  /** A saved template in the sidebar. */
  saved(name: string): Locator {
    return this.page.locator(`[data-testid="template-item"][data-name="${name}"]`)
  }

  /** A template that comes with the program. */
  library(id: string): Locator {
    return this.page.locator(`[data-testid="template-library-item"][data-library="${id}"]`)
  }

  /** The template on screen has this name, and its output is there. */
  async isOpen(name: string): Promise<void> {
    await expect(this.root).toHaveAttribute('data-template', name)
    await expect(this.editor).toHaveAttribute('data-loaded', 'true')
    await this.isRendered()
  }

  async create(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New template' }).first().click()
    await this.name('New template', 'Add template', name)
    await this.isOpen(name)
  }

  /** Paste a text over what an editor holds. */
  async fill(editor: Locator, text: string): Promise<void> {
    await expect(editor).toHaveAttribute('data-loaded', 'true')
    await editor.getByRole('textbox').focus()
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.press('ControlOrMeta+v')
    await this.isRendered()
  }

  /** The output on screen is the one of the text and the event as they stand. */
  async isRendered(): Promise<void> {
    await expect(this.output).toHaveAttribute('data-rendering', 'false')
  }

  async show(tab: TemplatesTab | LowerTab): Promise<void> {
    await this.page.getByRole('tab', { name: tab }).click()
    await expect(this.page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true')
  }

  problem(line: number, column?: number): Locator {
    const place = column === undefined ? '' : `[data-column="${column}"]`
    return this.page.locator(`[data-testid="template-problem"][data-line="${line}"]${place}`)
  }

  variable(name: string): Locator {
    return this.page.locator(`[data-testid="variable-row"][data-name="${name}"]`)
  }

  case(name: string): Locator {
    return this.page.locator(`[data-testid="template-case"][data-name="${name}"]`)
  }

  /** Step until stepping stands where the text says, as in "line 4". */
  async stepTo(place: string): Promise<void> {
    for (let presses = 0; presses < 50; presses++) {
      await this.step.click()
      if ((await this.stepPlace.innerText()).includes(place)) return
    }
    throw new Error(`Stepping never came to ${place}`)
  }

  async saveCase(name: string): Promise<void> {
    await this.page.getByTestId('template-save-case').click()
    await this.name('Save as case', 'Save case', name)
    await expect(this.case(name)).toBeVisible()
  }

  async paste(text: string): Promise<void> {
    await this.page.getByTestId('paste-event').click()
    const dialog = this.page.getByRole('dialog', { name: 'Paste an event or a log line' })
    await dialog.getByRole('textbox').fill(text)
    await dialog.getByRole('button', { name: 'Use this event' }).click()
    await expect(dialog).toHaveCount(0)
  }

  async applyToRoute(): Promise<void> {
    await this.routeDiffers.click()
    await this.page.getByRole('menuitem', { name: 'Apply to route' }).click()
    await expect(this.routeDiffers).toHaveCount(0)
  }

  private async name(dialogTitle: string, action: string, name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: dialogTitle })
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('button', { name: action, exact: true }).click()
    await expect(dialog).toHaveCount(0)
  }
}
