import { TERMINATOR, type CredentialScope } from './credential-scope'
import { sigV4Failure, type SigV4Failure } from './sigv4-failure'

/** A `Credential` whose scope is the expected one. */
export interface CheckedCredential {
  readonly accessKeyId: string
}

/**
 * Take a `Credential` apart ("AKIDEXAMPLE/20260131/us-east-1/execute-api/aws4_request") and compare its scope with the expected one.
 * `date`: when the request says it was signed, as in "20260131T123000Z".
 * Source: rest-api.md 7.5; the parts it does not have, and several at once, as other services say them.
 */
export function checkCredential(
  credential: string,
  expected: CredentialScope,
  date: string,
): CheckedCredential | SigV4Failure {
  const elements = credential.split('/')
  while (elements.at(-1) === '') elements.pop()
  if (elements.length !== 5) {
    const message = `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`
    return sigV4Failure('IncompleteSignatureException', message)
  }
  const [accessKeyId = '', scopeDate, region, service, terminator] = elements
  const problems = [
    region !== expected.region && 'Credential should be scoped to a valid region.',
    service !== expected.service && `Credential should be scoped to correct service: '${expected.service}'.`,
    terminator !== TERMINATOR &&
      `Credential should be scoped with a valid terminator: '${TERMINATOR}', not '${terminator}'.`,
    scopeDate !== expected.date &&
      'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: ' +
        `'${scopeDate}' != '${expected.date}', from '${date}'.`,
  ].filter((problem) => problem !== false)
  return problems.length === 0 ? { accessKeyId } : sigV4Failure('InvalidSignatureException', problems.join(' '))
}
