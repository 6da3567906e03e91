import { describe, expect, it } from 'vitest';
import { picture } from '@/components/sample';
import { renderChecked } from '@/components/testing/check-html';
import { trailCrop } from '@/lib/text/renditions';
import { Picture } from './picture';

const shown = { picture, crop: null, alt: 'A ship.', sizes: '92vw' } as const;
const strip = { ...picture, height: 400 };
const corner = { x: 0.9, y: 0.5 };

const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value);

describe('a picture', () => {
  it('is offered as AVIF, as WebP, and to all others as JPEG', async () => {
    const html = await renderChecked(<Picture {...shown} />);
    expect(attributes(html, 'type')).toEqual(['image/avif', 'image/webp']);
    expect(attributes(html, 'srcSet')[0]).toBe(
      [360, 720, 1080, 1600]
        .map((width) => `/media/${picture.hash}-${width}.avif ${width}w`)
        .join(', '),
    );
    expect(attributes(html, 'src')).toEqual([`/media/${picture.hash}-720.jpg`]);
  });

  it('keeps its place free before it comes, and waits until it is near', async () => {
    const html = await renderChecked(<Picture {...shown} />);
    expect(html).toContain('width="720" height="450" alt="A ship." loading="lazy"');
    expect(html).not.toContain('fetchPriority');
  });

  it('is asked for at once and before others where it is the first', async () => {
    const html = await renderChecked(<Picture {...shown} first />);
    expect(html).toContain('fetchPriority="high"');
    expect(html).not.toContain('loading=');
  });

  it('is small for who wants to spend little', async () => {
    const html = await renderChecked(<Picture {...shown} />);
    for (const sizes of attributes(html, 'sizes')) {
      expect(sizes).toBe('(prefers-reduced-data: reduce) 10rem, 92vw');
    }
  });

  it('is offered no larger than is of use, but in one size at least', async () => {
    const crop = trailCrop(strip, corner);
    const html = await renderChecked(<Picture {...shown} picture={strip} crop={crop} upTo={500} />);
    expect(attributes(html, 'srcSet')[0]).toBe(`/media/${picture.hash}-8x5-100-360.avif 360w`);
    const none = await renderChecked(<Picture {...shown} upTo={100} />);
    expect(attributes(none, 'srcSet')[0]).toBe(`/media/${picture.hash}-360.avif 360w`);
  });

  it('is on phones the part around the focal point, if it would be a strip', async () => {
    const html = await renderChecked(<Picture {...shown} picture={strip} onPhones={corner} />);
    expect(attributes(html, 'media')).toEqual(['(max-width: 40rem)', '(max-width: 40rem)']);
    const [source = ''] = html.split('/>');
    expect(source).toContain(`${picture.hash}-3x2-100-360.avif 360w`);
    expect(source).toContain('width="600" height="400"');
    expect(await renderChecked(<Picture {...shown} onPhones={corner} />)).not.toContain('media=');
  });
});

it('has a breath of its colour in its place while it is on its way', async () => {
  const html = await renderChecked(
    <Picture picture={{ ...picture, colour: '#a1b2c3' }} crop={null} alt="A" sizes="100vw" />,
  );
  expect(attributes(html, 'class')).toEqual(['ca1b2c3']);
  expect(html).toContain('.ca1b2c3{background:color-mix(in srgb,#a1b2c3 12%,transparent)}');
});
