/** How the parts of the Templates screen lie. */
export interface TemplateLayout {
  /** Cases and variables are shown below. */
  readonly isPanelOpen: boolean
  /** The event lies under the template, not beside it. */
  readonly isStacked: boolean
}

/**
 * What Ctrl+J makes of a layout: event beside, event below, no panel, and again. Where there is no room beside, the event always lies
 * below and the panel comes and goes.
 */
export function nextLayout({ isPanelOpen, isStacked }: TemplateLayout, isNarrow: boolean): TemplateLayout {
  if (isNarrow) return { isPanelOpen: !isPanelOpen, isStacked }
  if (!isPanelOpen) return { isPanelOpen: true, isStacked: false }
  return isStacked ? { isPanelOpen: false, isStacked: false } : { isPanelOpen: true, isStacked: true }
}
