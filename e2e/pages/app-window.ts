import { expect, type Locator, type Page } from '@playwright/test'
import type { HostProcess } from '../host-process'
import { ApiTypesPage } from './api-types-page'
import { CompareDialog } from './compare-dialog'
import { DesignPage } from './design-page'
import { ExportPage } from './export-page'
import { ImportReport } from './import-report'
import { LearnPage } from './learn-page'
import { Palette } from './palette'
import { ProjectDialogs } from './project-dialogs'
import { SimulatePage } from './simulate-page'
import { TemplatesPage } from './templates-page'
import { TryPage } from './try-page'
import { WelcomePage } from './welcome-page'

export type Activity = 'design' | 'templates' | 'try' | 'simulate' | 'export' | 'learn' | 'settings'

/** The window as a person sees it: what all screens share, and each screen. */
export class AppWindow {
  readonly root: Locator
  /** Starts and stops the gateway. */
  readonly gateway: Locator
  readonly welcome: WelcomePage
  readonly design: DesignPage
  readonly templates: TemplatesPage
  readonly try: TryPage
  readonly simulate: SimulatePage
  readonly export: ExportPage
  readonly compare: CompareDialog
  readonly learn: LearnPage
  readonly apiTypes: ApiTypesPage
  readonly palette: Palette
  readonly importReport: ImportReport
  readonly projects: ProjectDialogs

  constructor(
    readonly page: Page,
    readonly host: HostProcess,
  ) {
    this.root = page.getByTestId('app')
    this.gateway = page.getByTestId('gateway-toggle')
    this.welcome = new WelcomePage(page)
    this.design = new DesignPage(page)
    this.templates = new TemplatesPage(page)
    this.try = new TryPage(page)
    this.simulate = new SimulatePage(page)
    this.export = new ExportPage(page)
    this.compare = new CompareDialog(page)
    this.learn = new LearnPage(page)
    this.apiTypes = new ApiTypesPage(page)
    this.palette = new Palette(page)
    this.importReport = new ImportReport(page)
    this.projects = new ProjectDialogs(page)
  }

  async open(): Promise<void> {
    await this.page.goto(this.host.url)
    await expect(this.root).toHaveAttribute('data-ready', 'true')
  }

  /** From nothing to a sample on the Design screen. */
  async openSample(sample: string): Promise<void> {
    await this.open()
    await this.welcome.sample(sample).click()
    await expect(this.page.getByTestId('menu-project')).toBeVisible()
  }

  activity(activity: Activity): Locator {
    return this.page.getByTestId(`activity-${activity}`)
  }

  async goTo(activity: Activity): Promise<void> {
    await this.activity(activity).click()
    await expect(this.activity(activity)).toHaveAttribute('aria-current', 'page')
  }

  /** Press keys; "Mod" is Ctrl, on macOS Cmd. */
  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys.replace('Mod', 'ControlOrMeta'))
  }

  /** Take back the last edit, with nothing focused that has an undo of its own. */
  async undo(): Promise<void> {
    await this.page.getByTestId('status-problems').focus()
    await this.press('Mod+z')
  }

  /** Run a command by its palette entry. */
  async run(command: string): Promise<void> {
    await this.palette.open()
    await this.palette.item(command).click()
  }

  toast(code: string): Locator {
    return this.page.locator(`[data-testid="toast"][data-code="${code}"]`)
  }

  async undoByToast(code: string): Promise<void> {
    await this.toast(code).getByTestId('toast-undo').click()
    await expect(this.toast(code)).toHaveCount(0)
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name })
  }

  /** Close what lies on top. While it is there the window's keys do nothing. */
  async closeOverlay(): Promise<void> {
    await this.press('Escape')
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }

  status(item: 'gateway' | 'url' | 'problems' | 'deployment' | 'saved' | 'theme'): Locator {
    return this.page.getByTestId(`status-${item}`)
  }

  /** Where the focus is: the name of a part of the window, or null. */
  async focusedRegion(): Promise<string | null> {
    return this.page.evaluate(
      () => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null,
    )
  }
}
