import type { TemplateStep } from '@shared/contract/template'

/** What a step did, as it is written or in a few words: "$item.unitPrice", "#set $n", "#if, else". */
export function stepWords({ kind, name, branch }: TemplateStep): string {
  switch (kind) {
    case 'text':
      return 'text'
    case 'reference':
      return name ?? 'reference'
    case 'if':
      return branch === undefined || branch === 'if'
        ? joined('#if', name)
        : `${joined('#if', name)}, ${BRANCHES[branch]}`
    case 'round':
      return 'turn of #foreach'
    default:
      return joined(`#${kind}`, name)
  }
}

const BRANCHES = { elseif: 'takes #elseif', else: 'takes #else', none: 'writes nothing' } as const

function joined(directive: string, name: string | undefined): string {
  return name === undefined || name === '' ? directive : `${directive} ${name}`
}
