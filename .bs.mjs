import {readdirSync,readFileSync} from 'fs';import {gzipSync} from 'zlib';
for (const root of process.argv.slice(2)){const assets=root+'/dist/page/assets';const programs=readdirSync(assets).filter(n=>n.endsWith('.js'));
const withImports=(chunk,found=new Set())=>{const file=programs.find(n=>n===chunk||n.startsWith(chunk+'-'));if(found.has(file))return found;found.add(file);for(const [,next] of readFileSync(assets+'/'+file,'utf8').matchAll(/(?:from|import)"\.\/([^"]+)"/g))withImports(next,found);return found};
const set=['index','situation-map','maplibre-gl-worker'].reduce((f,c)=>withImports(c,f),new Set());let t=0;for(const n of set){const g=gzipSync(readFileSync(assets+'/'+n)).length;t+=g;console.log(g,n)};console.log(t)}
