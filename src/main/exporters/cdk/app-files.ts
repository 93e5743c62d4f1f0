import type { ExportedFile } from '@shared/contract/export'
import type { ProjectNames } from './project-names'

/** Versions that the exported code was compiled and synthesised with. */
const VERSIONS = {
  'aws-cdk': '2.1148.1',
  'aws-cdk-lib': '2.276.0',
  constructs: '10.8.1',
  typescript: '7.0.2',
} as const

/** Resources that CloudFormation takes in a stack. The CDK refuses to write a template with more. */
const MOST_RESOURCES = 500

/** Everything of an app but its stack, which has so many resources. */
export function appFiles(names: ProjectNames, resourceCount: number): ExportedFile[] {
  return [
    { name: `bin/${names.file}.ts`, text: entryText(names, resourceCount) },
    { name: 'package.json', text: jsonText(packageOf(names)) },
    { name: 'tsconfig.json', text: jsonText(COMPILER_OPTIONS) },
    { name: 'cdk.json', text: jsonText({ app: `node build/bin/${names.file}.js`, build: 'npm run build' }) },
    { name: '.gitignore', text: 'node_modules/\nbuild/\ncdk.out/\n' },
  ]
}

function entryText({ file, stack }: ProjectNames, resourceCount: number): string {
  const isOver = resourceCount > MOST_RESOURCES
  return [
    '#!/usr/bin/env node',
    "import * as cdk from 'aws-cdk-lib';",
    `import { ${stack} } from '../lib/${file}-stack';`,
    '',
    ...(isOver ? overText(resourceCount) : ['const app = new cdk.App();']),
    `new ${stack}(app, '${stack}');`,
    '',
  ].join('\n')
}

/** The template can be written and looked at all the same. */
function overText(resourceCount: number): string[] {
  return [
    `// The stack has ${resourceCount} resources, and CloudFormation deploys ${MOST_RESOURCES}: export its APIs one by one, or each as an OpenAPI body.`,
    "const app = new cdk.App({ context: { '@aws-cdk/core:stackResourceLimit': 0 } });",
  ]
}

function packageOf({ file }: ProjectNames): object {
  return {
    name: file,
    version: '0.1.0',
    private: true,
    scripts: { build: 'tsc', synth: 'cdk synth', diff: 'cdk diff', deploy: 'cdk deploy' },
    dependencies: { 'aws-cdk-lib': VERSIONS['aws-cdk-lib'], constructs: VERSIONS.constructs },
    devDependencies: { 'aws-cdk': VERSIONS['aws-cdk'], typescript: VERSIONS.typescript },
  }
}

const COMPILER_OPTIONS = {
  compilerOptions: {
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022'],
    types: [],
    strict: true,
    noImplicitOverride: true,
    skipLibCheck: true,
    rootDir: '.',
    outDir: 'build',
  },
  include: ['bin', 'lib'],
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
