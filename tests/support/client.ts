export * from '../../database/demo/client.ts'
