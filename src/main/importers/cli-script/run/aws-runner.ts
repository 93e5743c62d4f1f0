import type { LocalFunction } from '@shared/design/local-function'
import { callOperation } from '../../../control-plane/call-operation'
import { withDesign, type ControlPlane } from '../../../control-plane/control-plane'
import type { ServiceError } from '../../../control-plane/service-error'
import type { DocumentPort } from '../../../control-plane/operation-handler'
import { optionOf } from '../../../control-plane/operations/cli-names'
import type { Operation, ServiceName } from '../../../control-plane/operations/operation'
import { outputText } from '../aws/output-text'
import { readOperation, type ReadOperation } from '../aws/read-operation'
import { splitArguments, type AwsWords } from '../aws/split-arguments'
import { toClient } from '../aws/to-client'
import { ExpressionProblem } from '../jmespath/expression'
import { evaluate } from '../jmespath/evaluate'
import { parseExpression } from '../jmespath/parse-expression'
import { commandLabel, resourcePath } from './command-label'
import { fillPlaceholders } from './fill-placeholders'
import { localFunctionOf } from './local-function-of'
import { madeUpAnswer } from './made-up-answer'
import type { ScriptFiles } from './script-files'
import type { ScriptReport } from './script-report'
import { withWebAcl } from './with-web-acl'

/** What a command came to. `isKnown` is false when what it printed is made up. */
export interface CommandResult {
  readonly stdout: string
  readonly status: 'ok' | 'failed'
}

const SERVICES: readonly string[] = ['apigateway', 'apigatewayv2', 'apigatewaymanagementapi'] satisfies ServiceName[]

/** Notes that later commands can make untrue: what is left of them is said at the end. */
const SAID_LATER = new Set(['CreateRoute', 'CreateUsagePlan', 'PutIntegrationResponse', 'UpdateStage'])

const CAPTURE = 'Capture ids where they are made, with --query and --output text.'
const READ_AS_MEANT = 'It is read here as far as it is plain what is meant.'

/** Runs `aws` commands against the design that grows. */
export class AwsRunner {
  readonly functions: Record<string, LocalFunction> = {}
  /** Where things were made: pointers by path, as in "/v2/apis/abc". */
  readonly origins = new Map<string, number>()

  constructor(
    private state: ControlPlane,
    private readonly documents: DocumentPort,
    private readonly files: ScriptFiles,
    private readonly report: ScriptReport,
    /** The variable from outside of the script that a text was made up for. */
    private readonly madeUpFor: (value: string) => string | undefined,
  ) {}

  get current(): ControlPlane {
    return this.state
  }

  /** The Region of the first command that says one is that of the design. */
  region(region: string): void {
    if (this.state.design.apis.length > 0) return
    this.state = { ...this.state, design: { ...this.state.design, region } }
  }

  run(args: readonly string[], offset: number): CommandResult {
    const words = splitArguments(args)
    const { region } = words.globals
    if (SERVICES.includes(words.service)) {
      if (region !== undefined && region !== '') this.region(region)
      return this.own(words.service as ServiceName, words, offset)
    }
    return this.other(words, args, offset)
  }

  private own(service: ServiceName, words: AwsWords, offset: number): CommandResult {
    const read = readOperation(service, words, {
      readFile: (path) => this.files.read(path),
      resourcePath: (apiId, id) => resourcePath(this.state, apiId, id),
      isRawBinary: false,
    })
    if ('problem' in read) {
      this.report.say('import/command-refused', 'error', offset, read.problem)
      return { stdout: '', status: 'failed' }
    }
    if (read.isSkeleton) return { stdout: '{}\n', status: 'ok' }
    return this.operation(read, words, offset)
  }

  private operation(read: ReadOperation, words: AwsWords, offset: number): CommandResult {
    const { operation, values, problems } = read
    const label = commandLabel(words.command, this.state, values, null)
    const asked = operation.members.some(({ name, isRequired }) => isRequired && values[name] === undefined)
    if (problems.length > 0) this.refusedByClient(label, problems, asked, offset)
    if (asked) return { stdout: '', status: 'failed' }
    const filled = this.called(read, label, offset)
    return filled === null ? { stdout: '', status: 'failed' } : this.printed(operation, filled, read, words, offset)
  }

  private refusedByClient(label: string, problems: readonly string[], isDropped: boolean, offset: number): void {
    const start = `"${label}": the command line refuses it. ${problems.join(' ')}`
    if (isDropped) this.report.say('import/command-refused', 'error', offset, start)
    else this.report.say('import/command-corrected', 'error', offset, `${start} ${READ_AS_MEANT}`)
  }

  /** The answer; null when the service refuses it and no placeholder explains that. */
  private called({ operation, values, optionNames }: ReadOperation, label: string, offset: number): unknown {
    const first = callOperation(this.state, operation, values, this.documents)
    if (first.kind === 'unplayed') {
      this.report.say(
        'import/command-not-in-design',
        'info',
        offset,
        `"${label}" changes nothing of a design and is passed over.`,
      )
      return {}
    }
    if (first.kind === 'done') return this.done(first, operation, values, offset)
    const { values: filled, replaced } = fillPlaceholders(this.state, operation, values)
    const second = replaced.size === 0 ? first : callOperation(this.state, operation, filled, this.documents)
    const meant = [...replaced].map(([name, what]) => this.readAs(operation, optionNames, values, name, what)).join(' ')
    const outside = this.outsideValues(values)
    if (outside.length > 0) this.tellOutside(label, outside, second.kind === 'done' ? meant : null, offset)
    else this.tellRefusal(label, first.error, second.kind === 'done' ? meant : null, offset)
    return second.kind === 'done' ? this.done(second, operation, filled, offset) : null
  }

  /** `meant`: what is read in the place of ids that do not fit; null when nothing is. */
  private tellRefusal(
    label: string,
    { code, message, hint }: ServiceError,
    meant: string | null,
    offset: number,
  ): void {
    const refused = `"${label}": AWS answers ${code}: ${message}${/[.!?)\]]\s*$/.test(message) ? '' : '.'}`
    if (meant !== null) this.report.say('import/command-corrected', 'error', offset, `${refused} ${meant} ${CAPTURE}`)
    else this.report.say('import/command-refused', 'error', offset, hint === undefined ? refused : `${refused} ${hint}`)
  }

  /** What AWS would answer is not known where a value comes from outside of the script. */
  private tellOutside(label: string, outside: readonly string[], meant: string | null, offset: number): void {
    const names = outside.map((name) => `$${name}`).join(', ')
    if (meant !== null) {
      const text = `"${label}": ${names} ${outside.length === 1 ? 'comes' : 'come'} from outside of the script. ${meant}`
      this.report.say('import/value-made-up', 'warning', offset, text)
      return
    }
    const text = `"${label}" is not read: ${names} ${outside.length === 1 ? 'comes' : 'come'} from outside of the script, and nothing here has that id. Add the commands that make it.`
    this.report.say('import/command-refused', 'error', offset, text)
  }

  private outsideValues(values: Readonly<Record<string, unknown>>): string[] {
    const texts = Object.values(values).flatMap((value) => (typeof value === 'string' ? [value] : []))
    return texts.flatMap((text) => this.madeUpFor(text) ?? [])
  }

  private readAs(
    operation: Operation,
    optionNames: ReadonlyMap<string, string>,
    values: Readonly<Record<string, unknown>>,
    name: string,
    what: string,
  ): string {
    const member = operation.members.find((each) => each.name === name)
    const option = optionNames.get(name) ?? (member === undefined ? name : optionOf(operation, member))
    const value = values[name]
    const given = typeof value === 'string' ? value : JSON.stringify(value)
    const reason = this.reasonOf(given)
    return `${option} ${given} ${reason}. Did you mean ${what}? It is read as that.`
  }

  /** What an id that does not fit is instead. */
  private reasonOf(id: string): string {
    const api = this.state.design.apis.find((each) => each.id === id)
    if (api !== undefined) return `is the ${api.protocolType} API "${api.name}"`
    const key = this.state.design.apiKeys.find(({ value }) => value === id)
    return key === undefined ? 'names nothing that is here' : `is the value of key ${key.id}, not its id`
  }

  private done(
    { state, output, notes }: Extract<ReturnType<typeof callOperation>, { kind: 'done' }>,
    operation: Operation,
    values: Readonly<Record<string, unknown>>,
    offset: number,
  ): unknown {
    const command = operation.name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
    const label = commandLabel(command, state, values, output)
    this.state = state
    this.remember(operation, values, output, offset)
    this.report.carry(label, offset)
    if (!SAID_LATER.has(operation.name)) {
      for (const { text, severity } of notes) {
        const code = /has no place in a design|is not part of a design/.test(text)
          ? 'import/not-carried'
          : 'import/command-hint'
        this.report.say(code, severity, offset, `"${label}": ${text}`)
      }
    }
    return output ?? {}
  }

  private remember(
    { name, service }: Operation,
    values: Readonly<Record<string, unknown>>,
    output: Readonly<Record<string, unknown>> | null,
    offset: number,
  ): void {
    if (!/^(Create|Import|Put)/.test(name)) return
    const api = values['restapi_id'] ?? values['apiId']
    const id = output?.[service === 'apigatewayv2' ? 'apiId' : 'id']
    const parts: Readonly<Record<string, unknown>> = {
      CreateRoute: `${String(api)} ${String(values['routeKey'])}`,
      CreateUsagePlan: id,
      CreateRestApi: id,
      ImportRestApi: id,
      CreateApi: id,
      ImportApi: id,
      PutMethod: `${String(api)} ${String(values['resource_id'])} ${String(values['http_method'])}`,
      PutIntegrationResponse: `${String(api)} ${String(values['resource_id'])} ${String(values['http_method'])} ${String(values['status_code'])}`,
    }
    const key = parts[name]
    if (typeof key === 'string') this.origins.set(key, offset)
  }

  private printed(
    operation: Operation,
    output: unknown,
    read: ReadOperation,
    words: AwsWords,
    offset: number,
  ): CommandResult {
    if (read.outfile !== undefined) {
      const text = `"${words.command}" writes ${read.outfile}, which is not written here.`
      this.report.say('import/command-not-in-design', 'info', offset, text)
    }
    if (output === null || operation.output === null) return { stdout: '', status: 'ok' }
    const shown = toClient(output, operation.output)
    const { query, output: format = 'json' } = words.globals
    if (query === undefined) return { stdout: outputText(shown, format), status: 'ok' }
    this.warnOfFirst(operation, query, offset)
    return { stdout: this.queried(shown, query, format, offset), status: 'ok' }
  }

  private queried(value: unknown, query: string, format: string, offset: number): string {
    try {
      return outputText(evaluate(parseExpression(query), value), format)
    } catch (problem) {
      if (!(problem instanceof ExpressionProblem)) throw problem
      this.report.say(
        'import/command-refused',
        'error',
        offset,
        `--query ${query} is no expression: ${problem.message}.`,
      )
      return ''
    }
  }

  /** The first of a list is not promised to be the one that is meant. */
  private warnOfFirst({ name }: Operation, query: string, offset: number): void {
    if (!/^items\[0\]/i.test(query)) return
    const { apis } = this.state.design
    if (name === 'GetRestApis' || name === 'GetApis') {
      const count = apis.filter(({ protocolType }) => (protocolType === 'REST') === (name === 'GetRestApis')).length
      const text = `--query '${query}' takes any API of the account, not the one just made (${count} here): capture its id where it is created, with --query ${name === 'GetApis' ? 'ApiId' : 'id'} --output text.`
      this.report.say('import/command-hint', count > 1 ? 'warning' : 'info', offset, text)
    }
    if (name === 'GetResources') {
      const text = `--query '${query}' is not promised to be the root: use --query "items[?path=='/'].id".`
      this.report.say('import/command-hint', 'info', offset, text)
    }
  }

  /** Commands of other services change nothing of a design but the names of its functions. */
  private other(
    { service, command, options, globals }: AwsWords,
    args: readonly string[],
    offset: number,
  ): CommandResult {
    const name = `${service} ${command}`.trim()
    if (service === 'configure') {
      const [, , key, value] = args
      if (command === 'set' && key === 'region' && value !== undefined) this.region(value)
      return { stdout: command === 'get' && args[2] === 'region' ? `${this.state.design.region}\n` : '', status: 'ok' }
    }
    const option = (wanted: string) => options.find((each) => each.name === `--${wanted}`)?.words[0]
    const guarded =
      name === 'wafv2 associate-web-acl'
        ? withWebAcl(this.state.design, option('web-acl-arn'), option('resource-arn'))
        : null
    if (guarded !== null) {
      this.state = withDesign(this.state, guarded)
      this.report.carry(`associate-web-acl ${option('resource-arn')}`, offset)
      return { stdout: '', status: 'ok' }
    }
    const made = name === 'lambda create-function' ? localFunctionOf(option, options) : null
    if (made !== null && made.name !== '__proto__') this.functions[made.name] = made.function
    const text =
      made === null
        ? `"aws ${name}" is not part of a design and is passed over.`
        : `aws ${name} ${made.name}: its name, time and memory; its code is not part of a design`
    if (made === null) this.report.say('import/command-not-in-design', 'info', offset, text)
    else this.report.carry(text, offset)
    const answer = madeUpAnswer(name, option, this.state.design)
    const { query, output: format = 'json' } = globals
    if (answer === undefined) return { stdout: '', status: 'ok' }
    return {
      stdout: query === undefined ? outputText(answer, format) : this.queried(answer, query, format, offset),
      status: 'ok',
    }
  }
}
