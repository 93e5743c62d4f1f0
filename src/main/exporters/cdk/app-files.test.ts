import { expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { orderDesign } from '@shared/design/order-design.fixture'
import { appFiles } from './app-files'
import { projectNames } from './project-names'

const named = (name: string): Design => {
  const design = orderDesign()
  return { ...design, apis: design.apis.map((api) => ({ ...api, name })) }
}

it('names everything after the only API, and after the project when there are several', () => {
  const design = named('Order platform 2')
  const { apis } = design
  expect([
    projectNames(design),
    projectNames(named('24h')),
    projectNames(named('注文')),
    projectNames({ ...design, name: 'shop_all', apis: [...apis, ...apis] }),
  ]).toEqual([
    { file: 'order-platform-2', stack: 'OrderPlatform2Stack' },
    { file: 'api-24-h', stack: 'Api24hStack' },
    { file: 'api', stack: 'ApiStack' },
    { file: 'shop-all', stack: 'ShopAllStack' },
  ])
})

it('is a whole app: entry, pinned packages, settings', () => {
  const files = new Map(appFiles({ file: 'orders', stack: 'OrdersStack' }, 500).map(({ name, text }) => [name, text]))
  expect([...files.keys()]).toEqual(['bin/orders.ts', 'package.json', 'tsconfig.json', 'cdk.json', '.gitignore'])
  expect(JSON.parse(files.get('cdk.json') ?? '')).toEqual({ app: 'node build/bin/orders.js', build: 'npm run build' })
  const { dependencies, devDependencies } = JSON.parse(files.get('package.json') ?? '') as Record<string, object>
  const versions = Object.values({ ...dependencies, ...devDependencies })
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([])
})

it('writes a template that is too large to deploy, and says so', () => {
  const [entry] = appFiles({ file: 'orders', stack: 'OrdersStack' }, 501)
  expect(entry?.text).toBe(`\
#!/usr/bin/env node
import * as cdk from 'aws-cdk-lib';
import { OrdersStack } from '../lib/orders-stack';

// The stack has 501 resources, and CloudFormation deploys 500: export its APIs one by one, or each as an OpenAPI body.
const app = new cdk.App({ context: { '@aws-cdk/core:stackResourceLimit': 0 } });
new OrdersStack(app, 'OrdersStack');
`)
})
