import { expect, test } from 'vitest';
import { boxesIn } from './settle.tsx';

test('what stands in the boxes of a form is read with its labels: words, days, choices and ticks, and nothing that goes along unseen', () => {
  const form = `<form action="/x"><input type="hidden" name="_csrf" value="t"/><input type="password" name="pass" value="p"/>
    <label class="a" for="who">Who &amp; whom</label><input class="b" id="who" name="who" type="text" value="Kim &quot;K&quot;"/>
    <label for="why">Why</label><textarea id="why" name="why" rows="2">First
    line</textarea>
    <fieldset><legend><h2>Day it was</h2></legend><label for="on-day">Day</label><input id="on-day" name="on-day" value="3"/></fieldset>
    <label for="land">Land</label><select id="land" name="land"><option value="">Choose</option><option value="p" selected>Private land</option></select>
    <fieldset><legend>Ways</legend><input type="checkbox" id="w1" name="ways" value="a" checked/><label for="w1">By hand</label>
    <input type="checkbox" id="w2" name="ways" value="b"/><label for="w2">By post</label><input type="checkbox" id="w3" name="ways" value="c" checked/><label for="w3">Fixed</label></fieldset>
    <button name="go" value="save">Save</button></form>`;
  expect(boxesIn(form)).toEqual([
    { name: 'who', label: 'Who & whom', value: 'Kim "K"' },
    { name: 'why', label: 'Why', value: 'First line' },
    { name: 'on-day', label: 'Day it was: Day', value: '3' },
    { name: 'land', label: 'Land', value: 'Private land' },
    { name: 'ways', label: 'Ways', value: 'By hand, Fixed' },
  ]);
});
