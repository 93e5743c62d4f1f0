import pythonHandler from '../../../../resources/python-handler.py?raw'
import { CodeFolder } from './code-folder'
import { CodeStamps, isFile } from './code-stamp'
import { loadEsbuild, type EsbuildModule } from './esbuild-module'
import { findPython, type PythonLookup } from './find-python'
import type { HandlerLaunch } from './handler-launch'
import type { FunctionError } from './handler-messages'
import type { HandlerReference } from './handler-reference'
import { javascriptLaunch } from './javascript-launch'
import { pythonLaunch } from './python-launch'
import { TypeScriptBundles } from './typescript-bundles'

/** What is run for a handler. */
export interface RunnableCode {
  readonly kind: 'runnable'
  readonly launch: HandlerLaunch
  /** The file to load. */
  readonly file: string
  /** Changes with the code. */
  readonly stamp: string
}

/** `broken`: the code is wrong. `refused`: this computer has not what runs it. */
export type PreparedCode =
  | RunnableCode
  | { readonly kind: 'broken'; readonly error: FunctionError; readonly lines: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: string }

export interface HandlerCodeOptions {
  readonly handlerProcessUrl: URL
  /** The project's folder, absolute. */
  readonly folder: string
  /** Where what is made of code may be kept; null for a temporary folder. */
  readonly cacheFolder: string | null
  readonly loadEsbuild?: () => EsbuildModule | null
  readonly findPython?: () => Promise<PythonLookup>
}

/** Makes handlers ready to run, each in the way of its language. Problems read on after the handler's name. */
export class HandlerCode {
  private readonly options: HandlerCodeOptions
  private readonly codeFolder: CodeFolder
  private readonly stamps = new CodeStamps()
  private bundles: TypeScriptBundles | null = null
  private python: Promise<PythonLookup> | null = null
  private pythonRunner: string | null = null

  constructor(options: HandlerCodeOptions) {
    this.options = options
    this.codeFolder = new CodeFolder(options.cacheFolder)
  }

  /** `memorySize` in MB. */
  prepare(reference: HandlerReference, memorySize: number): Promise<PreparedCode> {
    switch (reference.language) {
      case 'JAVASCRIPT':
        return this.prepareJavaScript(reference, memorySize)
      case 'TYPESCRIPT':
        return this.prepareTypeScript(reference, memorySize)
      case 'PYTHON':
        return this.preparePython(reference)
    }
  }

  /** What was made for this run only is removed. */
  clear(): void {
    this.codeFolder.clear()
  }

  private async prepareJavaScript(reference: HandlerReference, memorySize: number): Promise<RunnableCode> {
    const stamp = await this.stamps.stampOf(reference, this.options.folder)
    const launch = javascriptLaunch(this.options.handlerProcessUrl, memorySize, false)
    return { kind: 'runnable', launch, file: reference.file, stamp }
  }

  private async prepareTypeScript({ file }: HandlerReference, memorySize: number): Promise<PreparedCode> {
    this.bundles ??= this.createBundles()
    if (this.bundles === null) {
      const remedy = 'install it beside Gatewright (npm install esbuild), or write the handler in JavaScript'
      return { kind: 'refused', problem: `is TypeScript, which needs esbuild, and that is not installed; ${remedy}` }
    }
    const bundle = await this.bundles.bundleOf(file, this.options.folder)
    if ('error' in bundle) return { kind: 'broken', ...bundle }
    const launch = javascriptLaunch(this.options.handlerProcessUrl, memorySize, true)
    return { kind: 'runnable', launch, file: bundle.file, stamp: bundle.stamp }
  }

  private createBundles(): TypeScriptBundles | null {
    const esbuild = (this.options.loadEsbuild ?? loadEsbuild)()
    return esbuild && new TypeScriptBundles(esbuild, this.codeFolder)
  }

  private async preparePython(reference: HandlerReference): Promise<PreparedCode> {
    const { folder } = this.options
    const [python, stamp] = await Promise.all([this.knownPython(), this.stamps.stampOf(reference, folder)])
    if ('problem' in python) return { kind: 'refused', problem: `is Python, and ${python.problem}` }
    if (this.pythonRunner === null || !(await isFile(this.pythonRunner))) {
      this.pythonRunner = await this.codeFolder.write('python-handler.py', pythonHandler)
    }
    const launch = pythonLaunch(python.interpreter, this.pythonRunner)
    return { kind: 'runnable', launch, file: reference.file, stamp }
  }

  /** One that was not found is looked for again: it may have been installed. */
  private async knownPython(): Promise<PythonLookup> {
    this.python ??= (this.options.findPython ?? (() => findPython(process.env)))()
    const found = await this.python
    if ('problem' in found) this.python = null
    return found
  }
}
