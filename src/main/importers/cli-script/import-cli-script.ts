import type { ImportReport } from '@shared/contract/import-report'
import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'
import { LIMITS, SMALL_REGIONS } from '@shared/limits'
import { controlPlaneFor } from '../../control-plane/control-plane'
import { LineIndex } from '../../documents/line-index'
import type { ImportOptions } from '../import-options'
import { finishedDesign } from './finished-design'
import { AwsRunner } from './run/aws-runner'
import { documentPort } from './run/document-port'
import { finalChecks } from './run/final-checks'
import { ScriptFiles } from './run/script-files'
import { ScriptReport } from './run/script-report'
import { ScriptRun } from './run/script-run'
import { ShellVariables } from './run/shell-variables'
import { parseShell } from './shell/parse-shell'

const CLI_SCRIPT_FORMAT = 'AWS CLI script'

/**
 * A shell script of `aws apigateway` and `aws apigatewayv2` commands as the design that it makes. Nothing is run and nothing outside the
 * folder is read: the commands work on the design. What the command line or the service would refuse is an error with the right form; where
 * it is plain what is meant, the script goes on with that.
 */
export function importCliScript(text: string, fileName: string, options: ImportOptions): ImportReport {
  const script = text.replaceAll('\r\n', '\n')
  const report = new ScriptReport(new LineIndex(script))
  const { statements, problems } = parseShell(script)
  for (const { offset, message } of problems) report.say('import/script-syntax', 'error', offset, message)
  const state = controlPlaneFor(startingDesign(options), options.createdDate ?? '1970-01-01T00:00:00Z')
  const files = new ScriptFiles(options.files)
  const variables = new ShellVariables(options.parameters ?? {}, () => aws.current.design)
  const aws: AwsRunner = new AwsRunner(state, documentPort(options), files, report, (value) =>
    variables.madeUpFor(value),
  )
  new ScriptRun(aws, variables, files, report).run(statements)
  finalChecks(aws.current, aws.origins, report)
  report.finish()
  const { findings } = report
  const parameters = variables.parameters()
  const design = withAccountOf(finishedDesign(aws.current.design, aws.functions, fileName), options)
  return {
    fileName,
    format: CLI_SCRIPT_FORMAT,
    design,
    diagnostics: findings.diagnostics,
    carried: findings.lines,
    ...(parameters.length > 0 && { parameters }),
  }
}

function startingDesign({ region, accountId }: ImportOptions): Design {
  const design = emptyDesign('')
  return { ...design, region: region ?? design.region, accountId: accountId ?? design.accountId }
}

/** The limits of the account are those of its Region; a name that a person gives replaces that of the first API. */
function withAccountOf(design: Design, { apiName }: ImportOptions): Design {
  const isSmall = SMALL_REGIONS.includes(design.region)
  const throttleSettings = {
    rateLimit: (isSmall ? LIMITS.smallRegionRate : LIMITS.accountRate).value,
    burstLimit: (isSmall ? LIMITS.smallRegionBurst : LIMITS.accountBurst).value,
  }
  return { ...design, account: { throttleSettings }, ...(apiName !== undefined && { name: apiName }) }
}
