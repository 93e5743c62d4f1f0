import type { ErrorMessage } from '@shared/contract/errors'

/** What a report says about the program. */
export interface ReportFacts {
  readonly version: string
  readonly host: 'electron' | 'loopback'
  /** "linux x64, Node 20.20.2". */
  readonly system: string
  /** The person's home folder; left out of reports. */
  readonly home: string
}

export function systemFacts(version: string, host: ReportFacts['host'], home: string): ReportFacts {
  const runtime = process.versions['electron']
    ? `Electron ${process.versions['electron']}`
    : `Node ${process.versions.node}`
  return { version, host, system: `${process.platform} ${process.arch}, ${runtime}`, home }
}

/** A bug as the page shows it: `details.report` is text to copy into an issue, without the person's home folder. */
export function bugReport(error: unknown, command: string, facts: ReportFacts): ErrorMessage {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const report = [
    `Gatewright ${facts.version}, ${facts.host} host`,
    `System: ${facts.system}`,
    `Command: ${command}`,
    '',
    facts.home === '' ? trace : trace.replaceAll(facts.home, '~'),
  ].join('\n')
  const message = `"${command}" met a bug in Gatewright. The open design is kept. Copy the report and file it as an issue.`
  return { code: 'host/bug', message, details: { report } }
}
