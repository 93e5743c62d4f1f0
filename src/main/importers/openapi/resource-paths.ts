import type { Findings } from '../findings'
import type { PathItem } from './path-items'

/** The service's words for path parts. Source: rest-api.md 1.1, "Amazon API Gateway known issues". */
const VALID_PART = /^(?:[A-Za-z0-9_\-.,:]+|\{[A-Za-z0-9_\-.,:]+\+?\})$/

/** "/orders/" under "/v1" -> "/v1/orders". A path that had to be changed is reported. */
export function resourcePath(item: PathItem, prefix: string, findings: Findings): string {
  const whole = item.path === '/' ? prefix : prefix + (item.path.startsWith('/') ? item.path : `/${item.path}`)
  const adjusted = whole.replace(/\/{2,}/g, '/').replace(/\/$/, '') || '/'
  const expected = item.path === '/' ? prefix || '/' : prefix + item.path
  if (adjusted !== expected) {
    const message = `The path "${item.path}" becomes the resource "${adjusted}": a resource's path begins with a slash and has no empty parts.`
    findings.report('import/path-adjusted', 'warning', item.pointer, message)
  }
  return adjusted
}

/** Reports the parts that the service refuses. The resource is kept as it stands. */
export function checkPathParts(path: string, pointer: string, findings: Findings): void {
  for (const part of path.split('/').slice(1)) {
    if (part === '' || VALID_PART.test(part)) continue
    const message = `The resource "${path}" has the part "${part}", which API Gateway refuses: a part is letters, digits and _-.,: or one whole {name} or {name+}. Rename it before deploying.`
    findings.report('import/path-part-invalid', 'warning', pointer, message)
  }
}

/**
 * Checks the rules of the tree across all resources: one variable child for each parent, nothing below a greedy part. What breaks them is
 * kept and reported in the service's words. Source: rest-api.md 1.1 (recorded).
 */
export class ResourceTree {
  private readonly variableChild = new Map<string, string>()
  private readonly findings: Findings

  constructor(findings: Findings) {
    this.findings = findings
  }

  add(path: string, pointer: string): void {
    const parts = path.split('/').slice(1)
    let parent = ''
    for (const [index, part] of parts.entries()) {
      if (/^\{[^{}]+\}$/.test(part)) this.addVariable(parent, part, path, pointer)
      if (/^\{.*\+\}$/.test(part) && index < parts.length - 1) {
        this.report(
          pointer,
          `Resource "${path}": Cannot create a child of a resource with a greedy path variable: ${part}`,
        )
      }
      parent += `/${part}`
    }
  }

  private addVariable(parent: string, part: string, path: string, pointer: string): void {
    const sibling = this.variableChild.get(parent)
    if (sibling === undefined) this.variableChild.set(parent, part)
    else if (sibling !== part) {
      this.report(
        pointer,
        `Resource "${path}": A sibling (${sibling}) of this resource already has a variable path part -- only one is allowed`,
      )
    }
  }

  private report(pointer: string, message: string): void {
    this.findings.report('import/resource-conflict', 'warning', pointer, `${message}. Rename one of the two.`)
  }
}

/** How many resources the paths make, each with its parents and the root. */
export function countResources(paths: readonly string[]): number {
  const all = new Set<string>(['/'])
  for (const path of paths) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) all.add(path.slice(0, end))
  }
  return all.size
}
