create table diary (line text not null);
