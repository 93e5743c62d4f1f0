import { finding } from '../finding'
import type { Finding, ReviewRule } from '../review-rule'
import { functionTarget } from '../scopes/function-target'
import { integrations, type IntegrationScope } from '../scopes/integrations'

export const missingInvokePermission: ReviewRule = {
  id: 'missing-invoke-permission',
  title: 'Every call ends with 500, although the function is fine',
  severity: 'warning',
  what: 'Functions called without a role that no deployment of this project can give permission for: those that a stage variable names, those of another account, and those that refuse the gateway here already.',
  why: 'Without lambda:InvokeFunction for the gateway each call is a 500 "Internal server error", and nothing of it is in the function’s log. Exports give the permission for functions that they know by name.',
  source: 'Guide 003, "Missing Lambda invoke permission"; rest-api.md 9 and 18.',
  find: (design) => integrations(design).flatMap((scope) => findingOf(design.accountId, scope)),
}

function findingOf(accountId: string, { api, at, name, uri, credentials, fault }: IntegrationScope): Finding[] {
  const where = `${api.name}, ${name}`
  const add = (message: string): Finding[] => [finding(missingInvokePermission, at, `${where}: ${message}`)]
  if (fault === 'no-permission') {
    return add(
      'its target refuses the gateway (fault: no-permission). Give the gateway permission, then take the fault away.',
    )
  }
  const target = functionTarget(uri)
  if (target === null || credentials !== undefined) return []
  if (target.name.includes('${')) {
    return add(
      `a stage variable names the function (${target.name}). Allow lambda:InvokeFunction on every function that it can name, or give the integration a role.`,
    )
  }
  if (/^\d{12}$/.test(target.accountId) && target.accountId !== accountId) {
    return add(
      `the function ${target.name} belongs to account ${target.accountId}. Allow lambda:InvokeFunction there for this API, or give the integration a role.`,
    )
  }
  return []
}
