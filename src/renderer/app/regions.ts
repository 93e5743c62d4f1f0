/** The parts of the window in the order in which F6 visits them; each has its name in `data-region`. */
const REGIONS = ['title', 'rail', 'sidebar', 'main', 'inspector', 'panel', 'status'] as const

const FOCUSABLE =
  'button, a[href], input, select, textarea, [tabindex]:not([tabindex="-1"]), [role="treeitem"][tabindex="0"], [role="row"][tabindex="0"]'

function isVisible(element: Element): boolean {
  return element.getClientRects().length > 0
}

/** Move the focus to the next part of the window (or the previous one), to its first control or where it was last. */
export function cycleRegion(by: 1 | -1): void {
  const regions = REGIONS.flatMap((name) => [
    ...document.querySelectorAll<HTMLElement>(`[data-region="${name}"]`),
  ]).filter(isVisible)
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  for (let step = 1; step <= regions.length; step++) {
    const start = at === -1 && by === -1 ? 0 : at
    const region = regions[(start + by * step + regions.length * 2) % regions.length]
    if (region && focusInside(region)) return
  }
}

function focusInside(region: HTMLElement): boolean {
  const controls = [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => isVisible(element) && element.tabIndex >= 0,
  )
  const current = region.querySelector<HTMLElement>('[aria-selected="true"][tabindex="0"], [aria-current="page"]')
  const target = current ?? controls[0]
  target?.focus()
  return target !== undefined
}
