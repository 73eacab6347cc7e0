export * from '../../database/demo/sample-plan.ts'
