import type { BasePathMapping } from '../domain-name'

/** What is wrong with a new domain's name, or undefined. Source: http-api.md 11.1. */
export function problemOfDomainName(taken: readonly string[], name: string): string | undefined {
  if (!/^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(name))
    return 'As in api.example.com or *.example.com'
  return taken.includes(name) ? `${name} exists already` : undefined
}

/** What is wrong with a mapping's base path among the others, or undefined. Source: http-api.md 11.2. */
export function problemOfBasePath(others: readonly BasePathMapping[], basePath: string): string | undefined {
  if (others.some((mapping) => mapping.basePath === basePath)) return `${basePath} is mapped already`
  if (basePath === '(none)') return undefined
  if (basePath.startsWith('/') || basePath.endsWith('/')) return 'Without a slash at either end'
  return /^[A-Za-z0-9$\-_.+!*'()/]{1,300}$/.test(basePath) ? undefined : "Letters, digits and $ - _ . + ! * ' ( ) /"
}
